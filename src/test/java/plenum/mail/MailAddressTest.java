package plenum.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("mail")
class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "' Ada.Lovelace+meet@Example.ORG ', ada.lovelace+meet@example.org",
        "o'brien@example.org, o'brien@example.org",
        "root@localhost, root@localhost",
        "ada@münchen.example, ada@xn--mnchen-3ya.example",
    })
    void readsWhatPeopleType(String typed, String text) {
        assertThat(MailAddress.parse(typed)).contains(new MailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example..org",
                "ada@-example.org",
                ".ada@example.org",
                "a..b@example.org",
                "ada@@example.org",
                "ada@example.org,eve@example.org",
                "ada@example.org eve@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada\n@example.org",
                "ada@example.org\u0000",
                "ada@example.org%0aBcc:eve@example.org",
                "Ada <ada@example.org>",
                "\"ada lovelace\"@example.org",
                "ada@[127.0.0.1]",
                "ädä@example.org",
                "ada@exam\u202eple.org"
            })
    void refusesWhatIsNoAddressOrMoreThanOne(String typed) {
        assertThat(MailAddress.parse(typed)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(MailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b.".repeat(127) + "org")).isEmpty();
    }

    @Test
    void knowsItsDomain() {
        assertThat(MailAddress.parse("Ada@Sub.Example.org").orElseThrow().domain())
                .isEqualTo("sub.example.org");
    }
}
