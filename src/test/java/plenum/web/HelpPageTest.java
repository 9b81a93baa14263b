package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.platform.Messages;
import plenum.web.HelpPage.Topic;

/** Help says what the buttons say, in every language, and the start page has a way to each task. */
@Tag("web")
class HelpPageTest {

    static List<Locale> languages() {
        return Language.all();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySubjectHasStepsAndNamesButtonsAsTheyAreCalled(Locale language) {
        for (Topic topic : HelpPage.everything(language)) {
            assertThat(topic.steps().isEmpty()).as(topic.key()).isEqualTo(topic.ofKeys());
            assertThat(topic.steps()).as(topic.key()).noneMatch(step -> step.contains("{") || step.contains("}"));
        }
        List<String> create = HelpPage.everything(language).getFirst().steps();
        assertThat(create.getFirst()).contains(Messages.in(language).getString("start.new"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void asManyStepsInEveryLanguage(Locale language) {
        assertThat(HelpPage.everything(language))
                .extracting(topic -> topic.steps().size())
                .isEqualTo(HelpPage.everything(Locale.GERMAN).stream()
                        .map(topic -> topic.steps().size())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySymbolExists(Locale language) throws Exception {
        String symbols = Files.readString(Path.of("src/main/webapp/images/icons.svg"));
        assertThat(HelpPage.everything(language))
                .allSatisfy(topic -> assertThat(symbols).contains("id=\"" + topic.symbol() + "\""));
    }
}
