package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class LossinessTest {
    private static final int TWO_PERCENT = 5;
    private static final int FIVE_PERCENT = 13;

    private long now;
    private final ServerClock clock = new ServerClock(() -> now, 0);
    private final Lossiness losses = Lossiness.noteworthy(clock);
    private final Lossiness heavy = Lossiness.heavy(clock);

    /** Reports of so many seconds. */
    private void reported(int fraction, int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += 1_000_000_000L;
            losses.reported(fraction);
            heavy.reported(fraction);
        }
    }

    @Test
    void oneReportIsEnoughForWhatCostsLittle() {
        reported(TWO_PERCENT - 1, 10);
        assertThat(losses.isLossy()).isFalse();
        reported(TWO_PERCENT, 1);
        assertThat(losses.isLossy()).isTrue();
        assertThat(heavy.isLossy()).isFalse();
    }

    @Test
    void severalReportsInARowAreNeededForWhatCostsMuch() {
        for (int i = 0; i < 5; i++) {
            reported(FIVE_PERCENT, 2);
            reported(FIVE_PERCENT - 1, 1);
        }
        assertThat(heavy.isLossy()).isFalse();
        reported(FIVE_PERCENT, 3);
        assertThat(heavy.isLossy()).isTrue();
    }

    @Test
    void lastsUntilItHasBeenWellForAWhile() {
        reported(FIVE_PERCENT, 3);
        reported(0, 6);
        assertThat(heavy.isLossy()).isTrue();
        reported(FIVE_PERCENT, 1);
        reported(0, 6);
        assertThat(heavy.isLossy()).isTrue();
        reported(0, 1);
        assertThat(heavy.isLossy()).isFalse();

        reported(0, 13);
        assertThat(losses.isLossy()).isTrue();
        reported(0, 1);
        assertThat(losses.isLossy()).isFalse();
    }
}
