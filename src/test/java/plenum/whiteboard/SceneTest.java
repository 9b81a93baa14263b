package plenum.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("whiteboard")
class SceneTest {
    private static final UUID ADA = new UUID(0, 1);

    private final List<StoredChange> log = new ArrayList<>();
    private final Scene scene = new Scene(0);

    @Test
    void theLatestBodyAndTheLatestPlaceCountEachByItself() {
        step("a", "stroke", "here");
        step("a", null, "there");
        step("a", "longer stroke", null);
        assertThat(state(scene)).isEqualTo(Map.of("a", "longer stroke at there"));
    }

    @Test
    void whatIsDeletedIsGoneUntilItHasABodyAgain() {
        step("a", "stroke", "here");
        step("a", null, null);
        assertThat(state(scene)).isEqualTo(Map.of("a", "gone"));
        step("a", null, "there");
        assertThat(state(scene)).isEqualTo(Map.of("a", "null at there"));
        step("a", "stroke", null);
        assertThat(state(scene)).isEqualTo(Map.of("a", "stroke at there"));
    }

    @Test
    void whoKnowsTheBoardUpToANumberIsToldTheRest() {
        step("a", "1", "x");
        step("b", "2", "x");
        long known = scene.last();
        step("c", "3", "x");
        step("a", null, "y");
        step("b", null, null);
        Scene.Part part = scene.after(known, 1_000_000);
        assertThat(part.elements()).extracting(element -> element.id).containsExactly("c", "a", "b");
        assertThat(part.upTo()).isEqualTo(5);
        assertThat(part.more()).isFalse();
    }

    @Test
    void aLargeBoardComesInParts() {
        for (int i = 0; i < 100; i++) {
            step("element" + i, "x".repeat(1000), "x");
        }
        Set<String> told = new HashSet<>();
        long known = 0;
        int parts = 0;
        boolean more = true;
        while (more) {
            Scene.Part part = scene.after(known, 10_000);
            part.elements().forEach(element -> told.add(element.id));
            known = part.upTo();
            more = part.more();
            parts++;
        }
        assertThat(told).hasSize(100);
        assertThat(parts).isBetween(9, 12);
    }

    @Test
    void aClearedPageIsEmptyAndOthersAreNot() {
        step("a", "1", "x");
        step("b", 2, "2", "x");
        clear(1);
        step("c", "3", "x");
        assertThat(state(scene)).isEqualTo(Map.of("b", "2 at x", "c", "3 at x"));
        assertThat(scene.cleared()).isEqualTo(Map.of(1, 3L));
    }

    @Test
    void whatIsReadAgainIsTheSameHoweverMuchOfTheUselessIsRemoved() {
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            String element = "element" + random.nextInt(40);
            switch (random.nextInt(12)) {
                case 0 -> step(element, null, null);
                case 1, 2, 3, 4 -> step(element, null, "place" + round);
                case 5 -> {
                    if (random.nextInt(20) == 0) {
                        clear(1);
                    }
                }
                case 6 -> step(element, "body" + round, null);
                default -> step(element, "body" + round, "place" + round);
            }
            if (random.nextInt(50) == 0) {
                List<Long> useless = scene.takeUseless(scene.last() - random.nextInt(30));
                log.removeIf(change -> useless.contains(change.number()));
                assertThat(state(Scene.of(log, 0))).isEqualTo(state(scene));
            }
        }
        assertThat(log.size()).as("most is removed").isLessThan(600);
    }

    @Test
    void manyDeletionsAreForgottenAndWhoDoesNotKnowThemStartsAnew() {
        step("first", "1", "x");
        long known = scene.last();
        for (int i = 0; i <= Scene.MOST_DELETED; i++) {
            step("element" + i, "1", "x");
            step("element" + i, null, null);
        }
        assertThat(scene.remembers(known)).isFalse();
        assertThat(scene.remembers(scene.last())).isTrue();
        assertThat(state(scene)).isEqualTo(Map.of("first", "1 at x"));
        assertThat(scene.size()).isEqualTo(1);
    }

    @Test
    void countsWhatIsKept() {
        step("a", "12345", "12");
        assertThat(scene.characters()).isEqualTo(8);
        step("a", null, "123");
        assertThat(scene.characters()).isEqualTo(9);
        clear(1);
        assertThat(scene.characters()).isZero();
    }

    private void step(String element, @Nullable String body, @Nullable String place) {
        step(element, 1, body, place);
    }

    private void step(String element, int page, @Nullable String body, @Nullable String place) {
        long number = scene.last() + 1;
        Step step = new Step(element, page, body, place);
        log.add(new StoredChange(number, ADA, "key", page, step));
        scene.apply(new Operation(number, ADA, "key", null, List.of(step)));
    }

    private void clear(int page) {
        long number = scene.last() + 1;
        log.add(new StoredChange(number, ADA, "key", page, null));
        scene.apply(new Operation(number, ADA, "key", page, List.of()));
    }

    private static Map<String, String> state(Scene scene) {
        Map<String, String> state = new TreeMap<>();
        for (Scene.Element element : scene.after(0, Integer.MAX_VALUE).elements()) {
            state.put(element.id, element.isDeleted() ? "gone" : element.body + " at " + element.place);
        }
        return state;
    }
}
