package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class ServerKeyTest {
    private static final byte[] SECRET = "north of the river".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "what is sealed".getBytes(StandardCharsets.UTF_8);

    private final ServerKey key = new ServerKey(SECRET, "totp", new SecureRandom());

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = key.seal(PLAIN, "here");
        assertThat(new ServerKey(SECRET, "totp", new SecureRandom()).open(sealed, "here"))
                .isEqualTo(PLAIN);
        assertThat(key.seal(PLAIN, "here")).as("never the same twice").isNotEqualTo(sealed);
    }

    @Test
    void opensNothingThatWasSealedOtherwise() {
        byte[] sealed = key.seal(PLAIN, "here");
        assertThatThrownBy(() -> key.open(sealed, "there")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ServerKey(SECRET, "other", new SecureRandom()).open(sealed, "here"))
                .isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open(sealed, "here"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PLENUM_SECRET");
    }
}
