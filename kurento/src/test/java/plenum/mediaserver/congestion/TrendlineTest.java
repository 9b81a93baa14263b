package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("congestion")
class TrendlineTest {
    private static final long MILLI = 1_000_000L;

    /** Groups every 20 ms, each so much later than the one before it, with a ripple that means nothing. */
    @ParameterizedTest
    @CsvSource({"0, 0, NORMAL", "0, 2, NORMAL", "4, 0, OVER", "10, 2, OVER", "-4, 0, UNDER", "0.02, 1, NORMAL"})
    void seesWhetherQueuesGrow(double growthMillis, double rippleMillis, Usage expected) {
        Trendline trendline = new Trendline();
        long arrival = 1_000 * MILLI;
        for (int i = 0; i < 40; i++) {
            long step = (long) ((20 + growthMillis + (i % 2 == 0 ? rippleMillis : -rippleMillis)) * MILLI);
            arrival += step;
            trendline.add(20 * MILLI, step, arrival);
            assertThat(i < 18 && trendline.usage() != Usage.NORMAL).isFalse();
        }
        if (expected == Usage.NORMAL) {
            assertThat(trendline.usage()).isEqualTo(expected);
        } else {
            assertThat(trendline.usage()).isEqualTo(expected);
            trendline.clear();
            assertThat(trendline.usage()).isEqualTo(Usage.NORMAL);
        }
    }
}
