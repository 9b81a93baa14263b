package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.platform.Messages;

/** A page carries the texts that its modules use, all of them and no others. */
@Tag("web")
class ModuleTextsTest {
    private static final Messages GERMAN = Messages.in(Locale.GERMAN);
    /** A key that is put together with {@code +} would not be seen. */
    private static final Pattern PUT_TOGETHER = Pattern.compile("['\"`]stage\\.[a-z0-9.-]*['\"`] *\\+");

    @Test
    void findsKeysAndWhatBeginsAsATemplateDoes() {
        ModuleTexts texts = new ModuleTexts(
                List.of("t('stage.chat'); t(`stage.role.${role}`); t(\"stage.hand.down\")", "// stage.leave"));

        assertThat(texts.in(GERMAN).keySet())
                .containsExactly("stage.chat", "stage.hand.down", "stage.role.creator", "stage.role.moderator");
        assertThat(texts.in(GERMAN)).containsEntry("stage.chat", GERMAN.getString("stage.chat"));
    }

    @Test
    void everyTextOfTheBrowserCodeIsCarriedByAPage() throws IOException {
        SortedMap<String, String> sources = BrowserCode.sources();
        Set<String> carried = new TreeSet<>();
        Stream.concat(BrowserCode.entries().stream(), new ModuleGraph(sources).importedLaterFrom("main.js").stream())
                .forEach(page -> carried.addAll(of(page, sources).keySet()));

        assertThat(GERMAN.keySet().stream().filter(key -> key.startsWith("stage.")))
                .allMatch(carried::contains);
    }

    /** At the door nobody needs the words of polls, breakout rooms and moderation. */
    @Test
    void theDoorDoesNotCarryTheTextsOfTheMeeting() throws IOException {
        SortedMap<String, String> sources = BrowserCode.sources();
        Collection<String> door = of("main.js", sources).keySet();

        assertThat(door).contains("stage.prejoin.join", "stage.waiting.lobby", "stage.left.again", "stage.settings");
        assertThat(door).doesNotContain("stage.polls.new", "stage.breakout.add", "stage.desk");
        assertThat(door.size()).isLessThan(of("stage/meeting-page.js", sources).size());
    }

    @Test
    void noKeyIsPutTogetherInAWayThatIsNotSeen() throws IOException {
        assertThat(BrowserCode.sources())
                .allSatisfy((path, source) ->
                        assertThat(PUT_TOGETHER.matcher(source).find()).as(path).isFalse());
    }

    private static Map<String, String> of(String page, SortedMap<String, String> sources) {
        Stream<String> paths = new ModuleGraph(sources).reachedFrom(page).stream();
        return new ModuleTexts(paths.map(sources::get).toList()).in(GERMAN);
    }
}
