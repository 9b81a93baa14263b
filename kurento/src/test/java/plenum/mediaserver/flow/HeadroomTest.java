package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.LayerSelector.Rung;

@Tag("flow")
class HeadroomTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long RATE = 1_200_000;

    private long now = 5 * SECOND;
    private final ServerClock clock = new ServerClock(() -> now, 0);
    private final Headroom headroom = new Headroom(clock);
    private final Rung small = picture(640 * 360);
    private final Rung large = picture(960 * 540);
    private final Rung larger = picture(1280 * 720);

    private Rung picture(int pixels) {
        return new Rung(Ends.layer(clock, 0), 0, pixels, RATE / 2, RATE * 3 / 4, RATE);
    }

    private void climbAndFall(int seconds) {
        headroom.climbed();
        now += seconds * SECOND;
        headroom.fell(large);
    }

    @Test
    void growsWithEachClimbThatDidNotLast() {
        assertThat(headroom.factor(large)).isEqualTo(Headroom.USUAL);
        climbAndFall(3);
        double once = headroom.factor(large);
        climbAndFall(3);
        assertThat(once).isGreaterThan(Headroom.USUAL);
        assertThat(headroom.factor(large)).isGreaterThan(once);
        for (int i = 0; i < 20; i++) {
            climbAndFall(1);
        }
        assertThat(headroom.factor(large)).isEqualTo(2);
    }

    @Test
    void isNoLargerForStillLargerPictures() {
        climbAndFall(3);
        assertThat(headroom.factor(small)).isGreaterThan(Headroom.USUAL);
        assertThat(headroom.factor(larger)).isEqualTo(Headroom.USUAL);
    }

    @Test
    void forgivesAClimbThatLasted() {
        climbAndFall(16);
        assertThat(headroom.factor(large)).isEqualTo(Headroom.USUAL);
    }

    @Test
    void countsEachClimbOnce() {
        climbAndFall(3);
        double once = headroom.factor(large);
        headroom.fell(large);
        assertThat(headroom.factor(large)).isEqualTo(once);
    }

    @Test
    void healsInAQuietMinute() {
        climbAndFall(3);
        now += 61 * SECOND;
        assertThat(headroom.factor(large)).isEqualTo(Headroom.USUAL);
    }
}
