package plenum.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The five bundles say the same things, all of it is used, and nothing that is used is missing. */
@Tag("i18n")
class MessagesTest {
    static final List<String> LANGUAGES = Bundles.LANGUAGES;

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern IN_PAGE = Pattern.compile("msg\\['([^']+)']");
    private static final Pattern IN_BEAN = Pattern.compile("texts\\.error\\(\"([^\"]+)\"\\)");
    private static final Pattern IN_MODULE = Pattern.compile("'(stage\\.[a-z0-9.-]+)'");
    /** A key put together from a beginning and a variable: {@code 'theme.'.concat(…)}, {@code `stage.device.${…}`}, {@code "help.step." + …}. */
    private static final Pattern COMPOSED = Pattern.compile(
            "'([a-z.-]+\\.)'\\.concat|`(stage\\.[a-z.-]+\\.)\\$|\"((?:help|admin|calendar|desk|drive|privacy)\\.[a-z.-]+\\.|mail\\.)\" \\+");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasTheKeysOfGermanAndNoOther(String language) throws IOException {
        assertThat(Bundles.read(language).keySet()).isEqualTo(Bundles.read("de").keySet());
        assertThat(Bundles.writtenKeys(language)).doesNotHaveDuplicates();
    }

    /** Who translates a feature finds all of it in one file. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasTheBundlesOfGermanAndTheirKeys(String language) throws IOException {
        assertThat(Bundles.features(language)).isEqualTo(Bundles.features("de"));
        assertThat(Bundles.writtenKeys(language)).isEqualTo(Bundles.writtenKeys("de"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void leavesNothingEmptyAndUsesTypographicApostrophes(String language) throws IOException {
        assertThat(Bundles.read(language)).allSatisfy((key, text) -> {
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
            assertThat(text).as(key).doesNotContain("'");
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void hasTheSamePlacesForValues(String language) throws IOException {
        var german = Bundles.read("de");
        assertThat(Bundles.read(language))
                .allSatisfy((key, text) -> assertThat(places(text)).as(key).isEqualTo(places(german.get(key))));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        String sources = Sources.everything();
        Set<String> beginnings = composedBeginnings(sources);
        assertThat(Bundles.read("de").keySet()).allSatisfy(key -> assertThat(sources.contains("'" + key + "'")
                        || sources.contains("\"" + key + "\"")
                        || beginnings.stream().anyMatch(key::startsWith))
                .as("somebody uses " + key)
                .isTrue());
    }

    @Test
    void everyUsedKeyExists() throws IOException {
        String sources = Sources.everything();
        Set<String> used = new TreeSet<>();
        for (Pattern pattern : List.of(IN_PAGE, IN_BEAN, IN_MODULE)) {
            pattern.matcher(sources).results().map(found -> found.group(1)).forEach(used::add);
        }
        assertThat(Bundles.read("de").keySet()).containsAll(used);
    }

    private static Set<String> composedBeginnings(String sources) {
        return COMPOSED.matcher(sources)
                .results()
                .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3)))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
