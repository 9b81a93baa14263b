package plenum.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("meeting")
class RoomNameTest {
    @ParameterizedTest
    @CsvSource({"ada, ada", " Ada-Lovelace , ada-lovelace", "7b3, 7b3"})
    void isSmallLettersDigitsAndHyphens(String typed, String name) {
        assertThat(RoomName.parse(typed))
                .hasValueSatisfying(room -> assertThat(room).hasToString(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ab",
                "-ada",
                "ada-",
                "a--b",
                "a b",
                "\u00e4da",
                "ada/..",
                "ada.html",
                "admin",
                "ADMIN",
                "support",
                "<b>",
                "abcdefghijabcdefghijabcdefghijabcdefghijx"
            })
    void isNothingElseAndNotReserved(String typed) {
        assertThat(RoomName.parse(typed)).isEmpty();
    }
}
