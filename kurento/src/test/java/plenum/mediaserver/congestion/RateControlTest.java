package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("congestion")
class RateControlTest {
    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "NORMAL, 900000, 0.00, 1080000", // eight percent
        "NORMAL, 900000, 0.10, 1000000", // much is lost, but not so much that less would help
        "NORMAL, 100000, 0.00, 1000000", // nothing is known beyond what is sent
        "UNDER,  900000, 0.00, 1000000",
        "OVER,   600000, 0.00, 510000",
        "OVER,        0, 0.00, 850000",
        "OVER,  2000000, 0.00, 1000000",
        "OVER,    10000, 0.00, 60000", // never so little that it could not recover
        "NORMAL, 600000, 0.20, 510000"
    })
    void movesTheRateInOneSecond(Usage usage, long arrives, double loss, long expected) {
        RateControl control = new RateControl(1_000_000);
        control.update(Usage.NORMAL, 0, 0, 0, SECOND);
        boolean lowered = control.update(usage, arrives, arrives, loss, 2 * SECOND);
        assertThat(control.bitsPerSecond()).isEqualTo(expected);
        assertThat(lowered).isEqualTo((usage == Usage.OVER || loss == 0.2) && expected < 1_000_000);
    }

    @Test
    void goesDownOnceForOneQueue() {
        RateControl control = new RateControl(1_000_000);
        assertThat(control.update(Usage.OVER, 500_000, 500_000, 0, SECOND)).isTrue();
        assertThat(control.update(Usage.OVER, 400_000, 400_000, 0, SECOND + SECOND / 10))
                .isFalse();
        assertThat(control.update(Usage.OVER, 400_000, 400_000, 0, SECOND + SECOND / 5))
                .isTrue();
        assertThat(control.bitsPerSecond()).isEqualTo(340_000);
    }

    @Test
    void believesATrialThatProvesMore() {
        RateControl control = new RateControl(1_000_000);
        control.proven(700_000, SECOND);
        assertThat(control.bitsPerSecond()).isEqualTo(1_000_000);
        control.proven(1_900_000, SECOND);
        assertThat(control.bitsPerSecond()).isEqualTo(1_900_000);
    }

    @Test
    void waitsUntilTheQueueOfATrialIsEmpty() {
        RateControl control = new RateControl(1_000_000);
        control.proven(1_900_000, SECOND);
        assertThat(control.update(Usage.OVER, 500_000, 500_000, 0, SECOND + SECOND / 4))
                .isFalse();
        assertThat(control.update(Usage.OVER, 500_000, 500_000, 0, SECOND + SECOND / 2))
                .isTrue();
        assertThat(control.bitsPerSecond()).isEqualTo(425_000);
    }
}
