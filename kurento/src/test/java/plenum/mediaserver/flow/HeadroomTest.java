package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeadroomTest {
    private static final long SECOND = 1_000_000_000L;

    private long now = 5 * SECOND;
    private final Headroom headroom = new Headroom(new ServerClock(() -> now, 0));

    private void climbAndFall(int seconds) {
        headroom.climbed();
        now += seconds * SECOND;
        headroom.fell();
    }

    @Test
    void growsWithEachClimbThatDidNotLast() {
        assertThat(headroom.factor()).isEqualTo(Headroom.USUAL);
        climbAndFall(3);
        double once = headroom.factor();
        climbAndFall(3);
        assertThat(once).isGreaterThan(Headroom.USUAL);
        assertThat(headroom.factor()).isGreaterThan(once);
        for (int i = 0; i < 20; i++) {
            climbAndFall(1);
        }
        assertThat(headroom.factor()).isEqualTo(2);
    }

    @Test
    void forgivesAClimbThatLasted() {
        climbAndFall(16);
        assertThat(headroom.factor()).isEqualTo(Headroom.USUAL);
    }

    @Test
    void countsEachClimbOnce() {
        climbAndFall(3);
        double once = headroom.factor();
        headroom.fell();
        assertThat(headroom.factor()).isEqualTo(once);
    }

    @Test
    void healsInAQuietMinute() {
        climbAndFall(3);
        now += 61 * SECOND;
        assertThat(headroom.factor()).isEqualTo(Headroom.USUAL);
    }
}
