package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("account")
class DisplayNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Ada > Ada",
                "'  Ada   Lovelace ' > Ada Lovelace",
                "'Ada\u202Egnp.exe' > Adagnp.exe",
                "'Z\u0308oe' > Z\u0308oe",
                "'A\u030Asa' > \u00C5sa",
                "'a\tb\u0000c' > a bc",
                "'\u2066Ada\u2069' > Ada",
                "李小龙 > 李小龙",
                "👩\u200D🚀 > 👩\u200D🚀"
            })
    void keepsWhatCanBeSeen(String typed, String kept) {
        assertThat(DisplayName.parse(typed)).map(DisplayName::text).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B\u200D", "\u202E", "\u0000", "\uD800"})
    void refusesWhatCannotBeSeen(String typed) {
        assertThat(DisplayName.parse(typed)).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(DisplayName.parse("🎉".repeat(80))).isPresent();
        assertThat(DisplayName.parse("🎉".repeat(81))).isEmpty();
    }
}
