package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("web")
class PreferencesServletTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/new", "/m/abcdefghijkmnpqrst", "/error/404"})
    void goesBackToAPathOfThisSite(String back) {
        assertThat(PreferencesServlet.ownPath(back, "/start")).isEqualTo(back);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: x"
            })
    void goesNowhereElse(String back) {
        assertThat(PreferencesServlet.ownPath(back, "/start")).isEqualTo("/start");
    }
}
