package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("account")
class PageAccessTest {
    @ParameterizedTest
    @CsvSource({
        "/, EVERYBODY",
        "/sign-in, EVERYBODY",
        "/accounting, EVERYBODY",
        "/account, SIGNED_IN",
        "/account.xhtml, SIGNED_IN",
        "/account/picture, SIGNED_IN",
        "/drive, SIGNED_IN",
        "/drive.xhtml, SIGNED_IN",
        "/recordings, SIGNED_IN",
        "/recordings/watch, SIGNED_IN",
        "/consent, EVERYBODY",
        "/admin, ADMIN",
        "/admin.xhtml, ADMIN",
        "/admin/users.xhtml, ADMIN",
        "/administration, EVERYBODY"
    })
    void eachPageAndWhatIsBelowItHasOneRule(String path, PageAccess access) {
        assertThat(PageAccess.of(path)).isEqualTo(access);
    }
}
