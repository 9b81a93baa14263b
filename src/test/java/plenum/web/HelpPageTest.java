package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.Messages;
import plenum.platform.Settings;
import plenum.platform.SettingsReader;
import plenum.policy.KeptKind;
import plenum.web.HelpPage.Topic;

/** Help says what the buttons say, in every language, and the start page has a way to each task. */
@Tag("web")
class HelpPageTest {
    private static final Function<KeptKind, Duration> STANDARD = settings(Map.of());

    static List<Locale> languages() {
        return Language.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySubjectHasStepsAndNamesButtonsAsTheyAreCalled(Locale language) {
        for (Topic topic : HelpPage.everything(language, STANDARD)) {
            assertThat(topic.steps().isEmpty()).as(topic.key()).isEqualTo(topic.ofKeys());
            assertThat(topic.steps()).as(topic.key()).noneMatch(step -> step.contains("{") || step.contains("}"));
        }
        List<String> create = HelpPage.everything(language, STANDARD).getFirst().steps();
        assertThat(create.getFirst()).contains(Messages.in(language).getString("start.new"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asManyStepsInEveryLanguage(Locale language) {
        assertThat(HelpPage.everything(language, STANDARD))
                .extracting(topic -> topic.steps().size())
                .isEqualTo(HelpPage.everything(Locale.GERMAN, STANDARD).stream()
                        .map(topic -> topic.steps().size())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySymbolExists(Locale language) throws Exception {
        String symbols = Files.readString(Path.of("src/main/webapp/images/icons.svg"));
        assertThat(HelpPage.everything(language, STANDARD))
                .allSatisfy(topic -> assertThat(symbols).contains("id=\"" + topic.symbol() + "\""));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void privacyNamesAllThatIsKeptAndForHowLong(Locale language) {
        String standard = privacy(language, STANDARD);
        assertThat(standard).contains("ookie", "365", "30", "90");
        String own = privacy(
                language,
                settings(Map.of(
                        "PLENUM_MEETING_RETENTION_DAYS", "77",
                        "PLENUM_ATTENDANCE_RETENTION_HOURS", "5",
                        "PLENUM_AUDIT_RETENTION_HOURS", "264",
                        "PLENUM_CHAT_RETENTION_HOURS", "31")));
        assertThat(own).contains("77", " 5 ", "11", "31");
        String unlimited = privacy(
                language,
                settings(Map.of(
                        "PLENUM_MEETING_RETENTION_DAYS", "0",
                        "PLENUM_ATTENDANCE_RETENTION_HOURS", "0",
                        "PLENUM_AUDIT_RETENTION_HOURS", "1",
                        "PLENUM_CHAT_RETENTION_HOURS", "24")));
        assertThat(unlimited)
                .contains(
                        Messages.in(language).getString("help.kept.ever"),
                        Messages.in(language).getString("help.kept.meeting"),
                        Messages.in(language).getString("help.kept.hour"),
                        Messages.in(language).getString("help.kept.day"));
    }

    private static String privacy(Locale language, Function<KeptKind, Duration> kept) {
        Topic privacy = HelpPage.everything(language, kept).stream()
                .filter(topic -> topic.key().equals("privacy"))
                .findFirst()
                .orElseThrow();
        return String.join("\n", privacy.steps());
    }

    private static Function<KeptKind, Duration> settings(Map<String, String> variables) {
        Settings settings = new SettingsReader(name -> Optional.ofNullable(variables.get(name)), "node").read();
        return kind -> kind.in(settings);
    }
}
