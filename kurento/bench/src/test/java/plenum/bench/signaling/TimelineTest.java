package plenum.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class TimelineTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;

    private final Timeline timeline = new Timeline(5 * SECOND);

    @Test
    void tellsAStallFromTheSecondsAroundIt() {
        timeline.add(2 * MILLI, 5 * SECOND);
        timeline.add(400 * MILLI, 6 * SECOND + 1);
        timeline.add(3 * MILLI, 7 * SECOND + 1);

        assertThat(timeline.secondsOver(0.99, 50)).isEqualTo(1);
        assertThat(timeline.inSeconds(0.99)).matches("2 4\\d\\d 3");
    }

    @Test
    void aSecondWithoutAnythingIsNone() {
        timeline.add(2 * MILLI, 5 * SECOND);
        timeline.add(2 * MILLI, 7 * SECOND);

        assertThat(timeline.inSeconds(0.99)).isEqualTo("2 - 2");
        assertThat(timeline.secondsOver(0.99, 1)).isEqualTo(2);
    }

    @Test
    void theWholeHasAllOfThem() {
        timeline.add(MILLI, 5 * SECOND);
        timeline.add(100 * MILLI, 9 * SECOND);

        assertThat(timeline.all().count()).isEqualTo(2);
        assertThat(timeline.all().millisAt(0.5)).isCloseTo(1, within(0.05));
    }
}
