package plenum.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read comes from the bundles: not from a page, not from a module. */
@Tag("i18n")
class HardCodedTextTest {
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern PARAMETER = Pattern.compile("<ui:param [^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<!--.*?-->|<[^>]*>");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\b(?:title|alt|placeholder|aria-label|label|value|summary)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** A string literal of a module that looks like a sentence or a label: two words, or one that begins with a capital. */
    private static final Pattern SENTENCE = Pattern.compile(
            "['\"`](\\p{Lu}\\p{Ll}+(?:[ ,.!?][^'\"`]*)?|\\p{L}+[ ]\\p{L}+[ ][^'\"`$:{}\\[\\]=]*)['\"`]");
    /** Names of things of the platform, and what keys are derived for, which no reader sees. */
    private static final Pattern PLATFORM = Pattern.compile(
            "[A-Z][A-Za-z]*Error|Escape|Esc|Enter|Tab|Home|End|Delete|Backspace|Segoe UI|Noto Sans|plenum [a-z ]+|Safari|Firefox|RTCPeerConnection|Notification|.*\\b(?:button|card|mute|leave|tool|dialog)\\b.*");

    static List<Path> pages() throws IOException {
        return Sources.pages();
    }

    static List<Path> modules() throws IOException {
        return Sources.modules();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageHasNoTextOfItsOwn(Path page) {
        String markup = PARAMETER
                .matcher(EXPRESSION.matcher(Sources.text(page)).replaceAll(""))
                .replaceAll("");
        assertThat(TAG.splitAsStream(markup).filter(text -> WORD.matcher(text).find()))
                .as("text between tags")
                .isEmpty();
        assertThat(spoken(markup)).as("attributes that are read or spoken").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleHasNoTextOfItsOwn(Path module) {
        Stream<String> sentences = SENTENCE.matcher(Sources.withoutComments(module))
                .results()
                .map(found -> found.group(1))
                .filter(text -> !PLATFORM.matcher(text).matches());
        assertThat(sentences).isEmpty();
    }

    @Test
    void theDetectorsDetect() {
        assertThat(SENTENCE.matcher("text(label, 'Leave the meeting')").find()).isTrue();
        assertThat(SENTENCE.matcher("h('p', {}, 'Hello')").find()).isTrue();
        assertThat(SENTENCE.matcher("t('stage.leave')").find()).isFalse();
        assertThat(spoken("<a title=\"Start page\"/>")).isNotEmpty();
    }

    private static List<String> spoken(String markup) {
        return SPOKEN_ATTRIBUTE
                .matcher(markup)
                .results()
                .map(found -> found.group(1))
                .filter(text -> WORD.matcher(text).find())
                .filter(text -> !text.equals("true"))
                .toList();
    }
}
