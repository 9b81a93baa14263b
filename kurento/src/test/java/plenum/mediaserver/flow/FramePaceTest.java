package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class FramePaceTest {
    private static final int CLOCK = 90_000;
    private static final int THIRTIETH = 3_000;
    private static final long NANOS = 33_333_333L;

    private final FramePace pace = new FramePace();

    @Test
    void isUnknownBeforeTheSecondPicture() {
        assertThat(pace.nanos(CLOCK)).isZero();
        pace.saw(5);
        pace.saw(5);
        assertThat(pace.nanos(CLOCK)).isZero();
    }

    @Test
    void countsPicturesNotPacketsAndNotThoseThatComeLate() {
        int timestamp = -10 * THIRTIETH; // and over the wrap
        for (int i = 0; i < 20; i++) {
            pace.saw(timestamp);
            pace.saw(timestamp);
            pace.saw(timestamp - THIRTIETH);
            timestamp += THIRTIETH;
        }
        assertThat(pace.nanos(CLOCK)).isEqualTo(NANOS);
    }

    @Test
    void followsAStreamThatBecomesSlower() {
        int timestamp = 0;
        for (int i = 0; i < 10; i++) {
            pace.saw(timestamp += THIRTIETH);
        }
        for (int i = 0; i < 60; i++) {
            pace.saw(timestamp += 6 * THIRTIETH);
        }
        assertThat(pace.nanos(CLOCK)).isBetween(6 * NANOS - NANOS / 10, 6 * NANOS + 6);
    }
}
