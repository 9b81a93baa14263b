package plenum.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.mail.MailAddress;
import plenum.platform.HashingSlots;

@Tag("account")
class NewPasswordTest {
    private static final MailAddress ADA = new MailAddress("ada.lovelace@example.org");

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "zehn Wörter", "🦊🐻 fox and bear", "  with spaces  ", "Tr0ub4dor&3x"})
    void takesWhatIsLongEnough(String typed) {
        assertThat(NewPassword.parse(typed, ADA)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ninechars",
                "aaaaaaaaaaaaaa",
                "abababababab",
                "1234567890",
                "0987654321",
                "abcdefghij",
                "qwertzuiop",
                "qwertyuiop",
                "Password123!",
                "Passwort2026!",
                "passwordpassword",
                "plenumplenum",
                "ada.lovelace@example.org",
                "ADA.Lovelace",
            })
    void refusesWhatIsTriedFirst(String typed) {
        assertThat(NewPassword.parse(typed, ADA)).isEmpty();
    }

    @Test
    void hasAnEnd() {
        String long128 = "abcdefgh".repeat(16);
        assertThat(NewPassword.parse(long128, ADA)).isPresent();
        assertThat(NewPassword.parse(long128 + "x", ADA)).isEmpty();
    }

    @Test
    void theSameLettersFromTwoKeyboardsAreTheSamePassword() {
        PasswordHasher hasher = new PasswordHasher(new HashingSlots(1, Duration.ofSeconds(5)), new SecureRandom());
        Argon2Hash hash = hasher.hash(NewPassword.parse("Grüße an alle", ADA).orElseThrow())
                .orElseThrow();
        assertThat(hash.text()).startsWith("argon2id$m=19456,t=2,p=1$");
        assertThat(hasher.matches(Optional.of(hash), "Gru\u0308ße an alle")).contains(true);
        assertThat(hasher.matches(Optional.of(hash), "Grüsse an alle")).contains(false);
        assertThat(hasher.matches(Optional.empty(), "Grüße an alle")).contains(false);
        assertThat(hasher.matches(Optional.of(hash), "x".repeat(100_000))).contains(false);
        assertThat(hasher.hash(NewPassword.parse("Grüße an alle", ADA).orElseThrow()))
                .as("another salt")
                .isNotEqualTo(Optional.of(hash));
    }

    @Test
    void aBusyServerSaysSo() {
        PasswordHasher busy = new PasswordHasher(new HashingSlots(0, Duration.ofMillis(10)), new SecureRandom());
        assertThat(busy.matches(Optional.empty(), "anything at all")).isEmpty();
    }
}
