package plenum.mediaserver.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.FakeSource;
import plenum.mediaserver.flow.KeptPacket;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.Subscription;
import plenum.mediaserver.flow.Taker;
import plenum.mediaserver.flow.Wish;

@Tag("record")
class CaptureClockTest {
    private static final long MILLI = 1_000_000L;
    private static final int RATE = 48_000;
    private static final int FRAME = RATE / 50;

    private final CaptureClock clock = new CaptureClock();

    @BeforeEach
    void begin() {
        FakeSource source = new FakeSource(MediaKind.AUDIO);
        Layer[] layer = new Layer[1];
        source.subscribe(
                new Taker() {
                    @Override
                    public boolean take(Subscription by, KeptPacket packet) {
                        layer[0] = packet.layer();
                        return true;
                    }

                    @Override
                    public void restarted() {
                        // nothing was taken before
                    }
                },
                new Wish(new ServerClock(System::nanoTime, 0)));
        source.send();
        clock.begin(layer[0], RATE);
    }

    /** Arrivals jitter; frames of a steady source are steady in the file. */
    @Test
    void isAsSteadyAsThePublisherBeforeItsFirstReport() {
        long last = 0;
        for (int i = 0; i < 200; i++) {
            long jitter = List.of(0L, 30L, 7L, 55L).get(i % 4) * MILLI;
            clock.arrived(i * FRAME, 1_000_000 * MILLI + i * 20 * MILLI + jitter);
            long now = clock.epochNanos(i * FRAME);
            if (i > 0) {
                assertThat(now - last).isBetween(18 * MILLI, 22 * MILLI);
            }
            last = now;
        }
        assertThat(last).isEqualTo(1_000_000 * MILLI + 199 * 20 * MILLI);
    }

    @Test
    void goesOnWhereTimestampsWrap() {
        int first = -3 * FRAME;
        clock.arrived(first, 0);
        long before = clock.epochNanos(first);
        for (int i = 1; i < 10; i++) {
            long now = clock.epochNanos(first + i * FRAME);
            assertThat(now - before).isEqualTo(20 * MILLI);
            before = now;
        }
    }

    /** A machine that slept. */
    @Test
    void followsAJump() {
        clock.arrived(0, 10_000 * MILLI);
        assertThat(clock.epochNanos(0)).isEqualTo(10_000 * MILLI);
        clock.arrived(FRAME, 20 * MILLI);
        assertThat(clock.epochNanos(FRAME)).isEqualTo(20 * MILLI);
    }
}
