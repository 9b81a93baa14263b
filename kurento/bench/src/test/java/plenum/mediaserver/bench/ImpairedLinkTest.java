package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class ImpairedLinkTest {
    private static final long MILLISECOND = 1_000_000L;

    private static ImpairedLink link(int loss, int delay, int jitter, long bitsPerSecond, int queue) {
        return new ImpairedLink(
                new Impairment(
                        loss,
                        Duration.ofMillis(delay),
                        Duration.ofMillis(jitter),
                        bitsPerSecond,
                        Duration.ofMillis(queue)),
                new Random(7));
    }

    @Test
    void losesItsShareAtRandom() {
        ImpairedLink link = link(10, 0, 0, 0, 0);
        int arrived = 0;
        for (int i = 0; i < 10_000; i++) {
            arrived += link.arrival(1_000, i) == ImpairedLink.LOST ? 0 : 1;
        }

        assertThat(arrived).isBetween(8_900, 9_100);
        assertThat(link.lost()).isEqualTo(10_000 - arrived);
    }

    @Test
    void delaysEveryDatagram() {
        assertThat(link(0, 40, 0, 0, 0).arrival(1_000, 5)).isEqualTo(5 + 40 * MILLISECOND);
    }

    @Test
    void jittersWithoutOvertaking() {
        ImpairedLink link = link(0, 10, 30, 0, 0);
        long last = 0;
        long most = 0;
        for (int i = 0; i < 1_000; i++) {
            long now = i * MILLISECOND;
            long arrival = link.arrival(100, now);
            assertThat(arrival).isGreaterThanOrEqualTo(last).isBetween(now + 10 * MILLISECOND, now + 40 * MILLISECOND);
            most = Math.max(most, arrival - now);
            last = arrival;
        }
        assertThat(most).isGreaterThan(35 * MILLISECOND);
    }

    /** A thousand bytes at 1 Mbit/s take 8 ms; a queue of 40 ms holds five of them. */
    @Test
    void letsThroughWhatTheLinkCarriesAndQueuesTheRest() {
        ImpairedLink link = link(0, 0, 0, 1_000_000, 40);

        for (int i = 1; i <= 6; i++) {
            assertThat(link.arrival(1_000, 0)).isEqualTo(8L * i * MILLISECOND);
        }
        assertThat(link.arrival(1_000, 0)).isEqualTo(ImpairedLink.LOST);
        assertThat(link.arrival(1_000, 20 * MILLISECOND)).isEqualTo(56 * MILLISECOND);
        assertThat(link.arrival(1_000, 1_000 * MILLISECOND)).isEqualTo(1_008 * MILLISECOND);
        assertThat(link.lost()).isEqualTo(1);
    }

    @Test
    void doesNothingWithoutImpairment() {
        assertThat(Impairment.NONE.isNone()).isTrue();
        assertThat(new ImpairedLink(Impairment.NONE, new Random(7)).arrival(1_000, 3))
                .isEqualTo(3);
    }
}
