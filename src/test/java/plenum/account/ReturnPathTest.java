package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("account")
class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/account", "/admin/users?page=2&sort=name", "/m/abcdefghijklmnopqr", "/new#a"})
    void pagesOfOursAreKept(String text) {
        assertThat(ReturnPath.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "account",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\tevil",
                "/\n/evil.example",
                "/account\r\nSet-Cookie: a=b",
                "/ /evil.example",
                "/a\\b",
                "/\"><script>",
                "/sign-in?to=/sign-in",
                "/sign-out",
                "/link"
            })
    void whateverElseLeadsToTheStart(String text) {
        assertThat(ReturnPath.parse(text)).isEqualTo(ReturnPath.START);
    }

    @Test
    void whatIsTooLongLeadsToTheStart() {
        assertThat(ReturnPath.parse("/" + "a".repeat(500))).isEqualTo(ReturnPath.START);
        assertThat(ReturnPath.parse(null)).isEqualTo(ReturnPath.START);
    }
}
