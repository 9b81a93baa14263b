package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("web")
class SharedTextServletTest {
    private static final String LETTERS = "abcdefghijkmnpqrst";

    @Test
    void anInvitationLeadsToTheDoorOfItsMeeting() {
        assertThat(SharedTextServlet.placeFor("You are invited: planning\n\nLink: https://meet.example.org/m/" + LETTERS
                        + "\nCode: 001-0002-003"))
                .isEqualTo("/m/" + LETTERS);
    }

    @Test
    void aCodeWaitsInTheFieldThatSlowsDownWhoeverGuesses() {
        assertThat(SharedTextServlet.placeFor("please dial 001-0002-003 now")).isEqualTo("/?address=001-0002-003");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "https://evil.example/m/x",
                "//evil.example",
                "/m/../../evil",
                "\r\nLocation: https://evil.example"
            })
    void anythingElseLeadsToTheStartPage(String shared) {
        assertThat(SharedTextServlet.placeFor(shared)).isEqualTo("/");
    }
}
