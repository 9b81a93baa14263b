package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;

@Tag("platform")
class TokenBucketTest {
    private final FakeTimers time = new FakeTimers();

    @Test
    void letsABurstThroughAndThenASteadyRate() {
        TokenBucket bucket = new TokenBucket(3, Duration.ofMillis(100), time);
        assertThat(bucket.tryTake(3)).isTrue();
        assertThat(bucket.tryTake(1)).isFalse();
        time.pass(Duration.ofMillis(99));
        assertThat(bucket.has(1)).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(bucket.has(1)).isTrue();
        assertThat(bucket.tryTake(1)).isTrue();
        time.pass(Duration.ofHours(1));
        assertThat(bucket.tryTake(4)).isFalse();
        assertThat(bucket.tryTake(3)).isTrue();
    }

    @Test
    void countsWhatComesFasterThanMilliseconds() {
        TokenBucket bucket = new TokenBucket(1 << 20, Duration.ofNanos(15_000), time);
        assertThat(bucket.tryTake(1 << 20)).isTrue();
        time.pass(Duration.ofMillis(3));
        assertThat(bucket.tryTake(200)).isTrue();
        assertThat(bucket.tryTake(1)).isFalse();
    }
}
