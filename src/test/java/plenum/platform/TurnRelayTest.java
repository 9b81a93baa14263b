package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class TurnRelayTest {
    private final TurnRelay relay = new TurnRelay(List.of("turn:t:3478"), "north");

    /** {@code printf '1893456000:bob' | openssl dgst -sha1 -hmac north -binary | base64} */
    @Test
    void signsAsCoturnDoes() {
        TurnRelay.Credentials credentials = relay.credentials("bob", Instant.ofEpochSecond(1_893_456_000L));
        assertThat(credentials.username()).isEqualTo("1893456000:bob");
        assertThat(credentials.password()).isEqualTo("2fKhmSDdEpBv/PTLZcm/Ne+th1w=");
    }

    @Test
    void keepsSecretsOutOfLogs() {
        TurnRelay.Credentials credentials = relay.credentials("bob", Instant.EPOCH);
        assertThat(relay + " " + credentials).doesNotContain("north", credentials.password());
    }
}
