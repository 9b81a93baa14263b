package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("platform")
class ThrottleTest {
    private Instant now = Instant.EPOCH;
    private final Throttle throttle = new Throttle(3, Duration.ofSeconds(10), () -> now);

    @Test
    void grantsABurstAndThenOneAtATime() {
        assertThat(taken("a", 5)).isEqualTo(3);
        assertThat(throttle.allows("a")).isFalse();
        assertThat(taken("b", 5)).isEqualTo(3);
        now = now.plusSeconds(10);
        assertThat(taken("a", 5)).isEqualTo(1);
        now = now.plusSeconds(3600);
        assertThat(taken("a", 5)).isEqualTo(3);
    }

    @Test
    void aClockThatJumpsBackTakesNothingAway() {
        now = now.plusSeconds(100);
        assertThat(taken("a", 2)).isEqualTo(2);
        now = Instant.EPOCH;
        assertThat(taken("a", 2)).isEqualTo(1);
    }

    private int taken(String key, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += throttle.tryTake(key) ? 1 : 0;
        }
        return taken;
    }
}
