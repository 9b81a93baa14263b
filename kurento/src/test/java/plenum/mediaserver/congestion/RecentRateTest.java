package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("congestion")
class RecentRateTest {
    private static final long MILLI = 1_000_000L;

    private final RecentRate rate = new RecentRate(Duration.ofMillis(500));
    private long now = 5_000 * MILLI;

    private void pass(int millis, int bytesEachMilli) {
        for (int i = 0; i < millis; i++) {
            now += MILLI;
            rate.passed(bytesEachMilli, now);
        }
    }

    @Test
    void isUnknownUntilTheWindowIsFull() {
        pass(400, 10);
        assertThat(rate.bitsPerSecond()).isZero();
        assertThat(rate.peak()).isZero();
    }

    @Test
    void tellsTheAverageAndTheMostAtOnce() {
        pass(1_050, 10);
        pass(149, 100);
        pass(101, 10);
        assertThat(rate.bitsPerSecond()).isBetween(270_000L, 320_000L);
        assertThat(rate.peak()).isBetween(780_000L, 800_000L);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        pass(600, 100);
        now += 60_000 * MILLI;
        pass(600, 10);
        assertThat(rate.bitsPerSecond()).isBetween(70_000L, 80_000L);
        assertThat(rate.peak()).isEqualTo(80_000);
    }
}
