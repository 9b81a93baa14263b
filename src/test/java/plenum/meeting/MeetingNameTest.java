package plenum.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("meeting")
class MeetingNameTest {
    private static final MeetingCode CODE = new MeetingCode("0010002003");

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "'  Jour   fixe \uD83C\uDF89 ' > Jour fixe \uD83C\uDF89",
                "'Screenshot \u202Egnp.exe' > Screenshot gnp.exe",
                "'\u202Aa\u202Bb\u202Cc\u202Dd\u202E' > abcd",
                "'\u2066a\u2067b\u2068c\u2069' > abc",
                "'a\u200Eb\u200Fc\u061Cd' > abcd",
                "'zero\u200Bwidth\uFEFFspaces\u2060' > zerowidthspaces",
                "'soft\u00ADhyphen' > softhyphen",
                "'two\nlines\u2028and\tmore\u0000' > two lines and more",
                "'\uD83D\uDC69\u200D\uD83D\uDE80' > '\uD83D\uDC69\u200D\uD83D\uDE80'",
                "\u05E9\u05DC\u05D5\u05DD > \u05E9\u05DC\u05D5\u05DD"
            })
    void keepsWhatCanBeSeen(String typed, String kept) {
        assertThat(MeetingName.parse(typed)).map(MeetingName::text).contains(kept);
        assertThat(MeetingName.shown(typed, CODE)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u202E", "\u200B\u200D\u2066", "\u0000\n"})
    void whatCannotBeSeenIsNoName(String typed) {
        assertThat(MeetingName.parse(typed)).isEmpty();
        assertThat(MeetingName.isTooLong(typed)).isFalse();
        assertThat(MeetingName.shown(typed, CODE)).isEqualTo("001-0002-003");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String most = "\uD83C\uDF89".repeat(MeetingName.LONGEST);
        assertThat(MeetingName.parse(most)).isPresent();
        assertThat(MeetingName.parse(most + "\u202E")).isPresent();
        assertThat(MeetingName.parse(most + "!")).isEmpty();
        assertThat(MeetingName.isTooLong(most + "!")).isTrue();
    }
}
