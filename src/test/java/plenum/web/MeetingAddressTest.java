package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("web")
class MeetingAddressTest {
    private static final String LETTERS = "abcdefghijkmnpqrst";

    @ParameterizedTest
    @ValueSource(strings = {"001-0002-003", "0010002003", " 001 0002 003 ", "001–0002–003", "00 1000 2003"})
    void readsACodeHoweverItIsWritten(String typed) {
        assertThat(MeetingAddress.parse(typed))
                .get()
                .isInstanceOfSatisfying(MeetingAddress.ByCode.class, byCode -> assertThat(byCode.code())
                        .hasToString("001-0002-003"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://meet.example.org/r/ada",
                "meet.example.org/r/Ada?x=1",
                "Come to http://localhost/plenum/r/ada"
            })
    void readsTheLinkOfAPersonalRoom(String typed) {
        assertThat(MeetingAddress.parse(typed))
                .get()
                .isInstanceOfSatisfying(MeetingAddress.ByRoom.class, byRoom -> assertThat(byRoom.name())
                        .hasToString("ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LETTERS,
                " ABCDEFGHIJKMNPQRST ",
                "https://meet.example.org/m/" + LETTERS,
                "http://localhost:8080/m/" + LETTERS + "?x=1#y",
                "meet.example.org/m/" + LETTERS + "/",
                "You are invited: Weekly\n\nLink: https://meet.example.org/m/" + LETTERS + "\nCode: 001-0002-003"
            })
    void readsLettersALinkOrAWholeInvitation(String typed) {
        assertThat(MeetingAddress.parse(typed))
                .get()
                .isInstanceOfSatisfying(MeetingAddress.ByLetters.class, byLetters -> assertThat(byLetters.letters())
                        .hasToString(LETTERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "001-0002-0034",
                "https://meet.example.org/",
                "/m/",
                "<script>alert(1)</script>",
                "١٢٣٤٥٦٧٨٩٠"
            })
    void refusesEverythingElse(String typed) {
        assertThat(MeetingAddress.parse(typed)).isEmpty();
    }

    @Test
    void doesNotEvenLookAtAnythingVeryLong() {
        assertThat(MeetingAddress.parse("/m/" + LETTERS + " ".repeat(10_000))).isEmpty();
    }
}
