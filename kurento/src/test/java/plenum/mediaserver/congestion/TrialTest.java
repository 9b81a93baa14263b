package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("congestion")
class TrialTest {
    private static final long MILLI = 1_000_000L;

    /** Packets of 1,250 bytes, 10,000 bits, each so many milliseconds after the other. */
    @ParameterizedTest
    @CsvSource({
        "6, 6, 5,    5, 2000000", // all gets through as fast as it was sent
        "6, 6, 5, 5.01, 1996008", // nearly
        "6, 6, 5,   10,  950000", // the way is full: a little less than what gets through
        "6, 6, 5,    2,       0", // faster than it was sent, by more than jitter explains
        "6, 4, 5,    5,       0", // too much is lost to tell
        "3, 3, 5,    5,       0", // too few
        "6, 6, 0.5, 0.5,      0" // too short
    })
    void provesARate(int sent, int arrived, double sentMillis, double arrivalMillis, long expected) {
        Trial trial = new Trial();
        trial.begin(MILLI);
        for (int i = 0; i < sent; i++) {
            trial.sent();
        }
        trial.end(100 * MILLI);
        assertThat(trial.isOver(100 * MILLI)).isFalse();
        for (int i = 0; i < arrived; i++) {
            trial.arrived(
                    MILLI + (long) (i * sentMillis * MILLI), 50 * MILLI + (long) (i * arrivalMillis * MILLI), 1_250);
        }
        trial.arrived(101 * MILLI, 200 * MILLI, 1_250);
        assertThat(trial.isOver(101 * MILLI)).isTrue();
        assertThat(trial.judge()).isEqualTo(expected);
        assertThat(trial.isOpen()).isFalse();
    }
}
