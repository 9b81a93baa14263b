package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class NetworkThrottleTest {
    private Instant now = Instant.parse("2026-11-29T10:00:00Z");
    private final NetworkThrottle throttle = new NetworkThrottle(2, Duration.ofSeconds(40), () -> now);

    @Test
    void anAddressHasItsOwnAndOthersHaveTheirs() {
        assertThat(taken(3, "192.0.2.1")).isEqualTo(2);
        assertThat(taken(3, "198.51.100.1")).isEqualTo(2);
        now = now.plusSeconds(40);
        assertThat(taken(3, "192.0.2.1")).isEqualTo(1);
    }

    @Test
    void manyAddressesOfOneNetworkShareWhatThatHas() {
        int all = 0;
        for (int host = 0; host < 100; host++) {
            all += taken(3, "192.0.2." + host);
        }
        assertThat(all).isEqualTo(4 * 2);
        now = now.plusSeconds(10);
        assertThat(taken(3, "192.0.2.200")).isEqualTo(1);
    }

    @Test
    void aSiteWithSixtyFiveThousandNetworksIsOneSite() {
        int all = 0;
        for (int network = 0; network < 0x10000; network += 7) {
            all += taken(3, "2001:db8:1:%x::1".formatted(network));
        }
        assertThat(all).isEqualTo(16 * 2);
        assertThat(taken(3, "2001:db8:2::1")).isEqualTo(2);
    }

    @Test
    void whoIsRefusedByALargerNetworkKeepsTheirOwn() {
        for (int host = 0; host < 10; host++) {
            taken(2, "192.0.2." + host);
        }
        assertThat(taken(5, "192.0.2.99")).isZero();
        now = now.plusSeconds(20);
        assertThat(taken(5, "192.0.2.99")).isEqualTo(2);
    }

    private int taken(int tries, String address) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += throttle.tryTake(address) ? 1 : 0;
        }
        return taken;
    }
}
