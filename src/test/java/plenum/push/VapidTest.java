package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens that a push service would accept, and the key that browsers subscribe with. */
@Tag("push")
class VapidTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final URI ENDPOINT = URI.create("https://push.example/send/abc?x=1");

    private final Vapid vapid = vapid("a secret of a server");

    private static Vapid vapid(String secret) {
        return new Vapid(secret.getBytes(StandardCharsets.UTF_8), "https://meet.example.org");
    }

    @Test
    void saysForWhomUntilWhenAndWhomToWriteTo() {
        VapidToken token = VapidToken.of(vapid.authorization(ENDPOINT, NOW));
        assertThat(token.header().path("alg").asText()).isEqualTo("ES256");
        assertThat(token.header().path("typ").asText()).isEqualTo("JWT");
        assertThat(token.claims().path("aud").asText()).isEqualTo("https://push.example");
        assertThat(token.claims().path("sub").asText()).isEqualTo("https://meet.example.org");
        assertThat(token.claims().path("exp").asLong())
                .isEqualTo(NOW.plusSeconds(12 * 3600).getEpochSecond());
        assertThat(token.key()).isEqualTo(vapid.publicKey());
    }

    @Test
    void theAudienceHasThePortWhereItIsNotTheUsualOne() {
        assertThat(Vapid.origin(URI.create("http://127.0.0.1:8123/x"))).isEqualTo("http://127.0.0.1:8123");
    }

    @Test
    void oneSecretHasOneKeyAndAnotherOneAnother() {
        assertThat(vapid("a secret of a server").publicKey()).isEqualTo(vapid.publicKey());
        assertThat(vapid("another secret").publicKey()).isNotEqualTo(vapid.publicKey());
        assertThat(Base64.getUrlDecoder().decode(vapid.publicKey())).hasSize(65).startsWith(4);
    }

    @Test
    void aTokenThatWasChangedDoesNotHold() {
        String header = vapid.authorization(ENDPOINT, NOW);
        String other = vapid("another secret").authorization(ENDPOINT, NOW);
        String forged = header.substring(0, header.indexOf(", k=")) + other.substring(other.indexOf(", k="));
        assertThatIllegalArgumentException().isThrownBy(() -> VapidToken.of(forged));
    }
}
