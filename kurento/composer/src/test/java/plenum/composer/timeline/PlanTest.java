package plenum.composer.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("composer")
class PlanTest {
    private static final long BEGIN = 1_700_000_000_123L;
    private final List<Event> events = new ArrayList<>();

    private static long at(long millis) {
        return BEGIN + millis;
    }

    private Plan plan() {
        return Plan.of(new Timeline(events));
    }

    private void begin(Layout layout) {
        events.add(new Event.Began(at(0), "Talk", layout));
    }

    private void come(long millis, String person) {
        events.add(new Event.Came(at(millis), person, person.toUpperCase()));
        events.add(new Event.Consent(at(millis), person, true));
        events.add(new Event.TrackBegan(at(millis), "t-" + person, person, Source.CAMERA));
    }

    private static List<String> people(Scene scene) {
        return scene.tiles().stream().map(Tile::person).toList();
    }

    @Test
    void nobodyIsSeenOrHeardBeforeTheyConsent() {
        begin(Layout.GRID);
        events.add(new Event.Came(at(0), "a", "A"));
        events.add(new Event.TrackBegan(at(0), "t", "a", Source.CAMERA));
        events.add(new Event.Consent(at(5_050), "a", true));
        events.add(new Event.Consent(at(9_300), "a", false));
        events.add(new Event.Ended(at(12_000)));

        List<Scene> scenes = plan().scenes();

        assertThat(scenes).extracting(Scene::from).containsExactly(at(0), at(5_000), at(9_200));
        assertThat(scenes).extracting(PlanTest::people).containsExactly(List.of(), List.of("a"), List.of());
        assertThat(scenes).extracting(Scene::heard).containsExactly(List.of(), List.of("t"), List.of());
    }

    @Test
    void whoWithdrewIsInNoScene() {
        begin(Layout.SPEAKER);
        come(0, "a");
        come(0, "b");
        events.add(new Event.Ended(at(8_000)));
        events.add(new Event.Withdrawn(at(99_000), "b"));

        assertThat(plan().edition()).isEqualTo(2);
        assertThat(plan().scenes()).allSatisfy(scene -> {
            assertThat(people(scene)).containsExactly("a");
            assertThat(scene.heard()).containsExactly("t-a");
        });
    }

    @Test
    void whatIsNotRecordedOfSomebodyWhoIsHereIsMissing() {
        begin(Layout.GRID);
        come(0, "a");
        come(0, "b");
        come(0, "c");
        events.add(new Event.TrackEnded(at(4_000), "t-a"));
        events.add(new Event.TrackEnded(at(4_000), "t-b"));
        events.add(new Event.Devices(at(5_000), "c", false, false));
        events.add(new Event.TrackEnded(at(5_000), "t-c"));
        events.add(new Event.TrackBegan(at(9_000), "t-a2", "a", Source.CAMERA));
        events.add(new Event.Went(at(11_000), "b"));
        events.add(new Event.TrackEnded(at(12_000), "t-a2"));
        events.add(new Event.Ended(at(15_000)));

        assertThat(plan().absences())
                .containsExactly(
                        new Plan.Absence("a", at(4_000), at(9_000)),
                        new Plan.Absence("b", at(4_000), at(11_000)),
                        new Plan.Absence("a", at(12_000), at(15_000)));
    }

    @Test
    void noMarkNamesWhoWithdrew() {
        begin(Layout.SPEAKER);
        come(0, "a");
        come(0, "b");
        events.add(new Event.Chapter(at(2_000), "A", "a"));
        events.add(new Event.Chapter(at(3_000), "B", "b"));
        events.add(new Event.Chapter(at(4_000), "Agenda", null));
        events.add(new Event.Ended(at(8_000)));
        events.add(new Event.Withdrawn(at(99_000), "b"));

        assertThat(plan().chapters()).extracting(Plan.Chapter::title).containsExactly("A", "Agenda");
    }

    @Test
    void aCameraThatIsOffLeavesTheName() {
        begin(Layout.SPEAKER);
        come(0, "a");
        events.add(new Event.Devices(at(3_000), "a", false, false));
        events.add(new Event.Ended(at(6_000)));

        Scene last = plan().scenes().getLast();

        assertThat(last.tiles().getFirst().track()).isEmpty();
        assertThat(last.tiles().getFirst().name()).isEqualTo("A");
        assertThat(last.heard()).isEmpty();
    }

    @Test
    void aScreenIsLargeAndWhoSpokeLastIsFirstInTheStrip() {
        begin(Layout.GRID);
        come(0, "a");
        come(0, "b");
        events.add(new Event.TrackBegan(at(2_000), "s", "a", Source.SCREEN));
        events.add(new Event.Spoke(at(4_000), "b"));
        events.add(new Event.Ended(at(9_000)));

        Scene last = plan().scenes().getLast();

        assertThat(last.tiles().getFirst().screen()).isTrue();
        assertThat(last.tiles().getFirst().box()).isEqualTo(new Box(0, 0, 1024, 720));
        assertThat(people(last)).containsExactly("a", "b", "a");
        assertThat(last.heard()).contains("s");
    }

    @Test
    void aShortRemarkMakesNobodyLarge() {
        begin(Layout.SPEAKER);
        come(0, "a");
        come(0, "b");
        events.add(new Event.Spoke(at(1_000), "b"));
        events.add(new Event.Spoke(at(1_500), "a"));
        events.add(new Event.Ended(at(9_000)));

        assertThat(people(plan().scenes().getLast())).containsExactly("b", "a");
    }

    @Test
    void tilesAreWithinThePictureAndDoNotOverlap() {
        for (int count = 1; count <= 20; count++) {
            events.clear();
            begin(Layout.GRID);
            for (int i = 0; i < count; i++) {
                come(0, "p" + i);
            }
            List<Box> boxes =
                    plan().scenes().getFirst().tiles().stream().map(Tile::box).toList();
            assertThat(boxes).hasSize(Math.min(16, count));
            for (Box box : boxes) {
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(Arrangement.WIDTH);
                assertThat(box.y() + box.height()).isLessThanOrEqualTo(Arrangement.HEIGHT);
                assertThat((box.x() | box.y() | box.width() | box.height()) & 1).isZero();
                assertThat(boxes).filteredOn(other -> other != box).noneMatch(other -> overlap(box, other));
            }
        }
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    @Test
    void chunksFollowOneAnotherAndALaterLineChangesNoneBeforeIt() {
        begin(Layout.SPEAKER);
        come(0, "a");
        come(33_333, "b");
        List<Scene> before = plan().chunksUntil(at(45_000));
        events.add(new Event.Went(at(47_000), "a"));
        events.add(new Event.Ended(at(61_234)));

        List<Scene> all = plan().chunksUntil(at(61_200));

        assertThat(all).startsWith(before.toArray(Scene[]::new));
        assertThat(all.getFirst().from()).isEqualTo(at(0));
        assertThat(all.getLast().to()).isEqualTo(at(61_200));
        assertThat(all).allMatch(chunk -> chunk.to() - chunk.from() <= Plan.CHUNK_MILLIS);
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).from()).isEqualTo(all.get(i - 1).to());
        }
        assertThat(plan().length()).isEqualTo(61_200);
    }

    @Test
    void aLineThatIsBeingWrittenOrThatNobodyKnowsIsLeftOut() {
        Timeline timeline = Timeline.of("""
            {"at":5,"what":"began","name":"x","layout":"speaker"}
            {"at":6,"what":"from-the-future","name":"x"}
            {"at":7,"what":"spoke","person":null}
            {"at":8,"what":"en\
            """);

        assertThat(timeline.events())
                .containsExactly(new Event.Began(5, "x", Layout.SPEAKER), new Event.Spoke(7, null));
        assertThat(Plan.of(timeline).end()).isEqualTo(Optional.empty());
    }
}
