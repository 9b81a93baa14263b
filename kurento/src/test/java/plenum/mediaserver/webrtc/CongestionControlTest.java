package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.congestion.SharedEstimate;
import plenum.mediaserver.loop.VirtualLoop;
import plenum.mediaserver.rtp.Rtcp;

@Tag("webrtc")
class CongestionControlTest {
    private static final int BYTES = 1_000;
    private static final int TICKS_PER_MILLI = 4;
    private static final long WANTED = 1_600_000;

    private final VirtualLoop loop = new VirtualLoop();
    private final CongestionControl control = new CongestionControl(loop, new SharedEstimate());
    private int repeated;

    private int send() {
        int number = control.nextNumber();
        control.sent(BYTES);
        return number;
    }

    /** Sends for a tenth of a second and hears that all of it arrived as fast. */
    private void sendAndHear() {
        List<Integer> ticks = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < 10; i++) {
            int number = send();
            first = first < 0 ? number : first;
            ticks.add(i * 10 * TICKS_PER_MILLI);
            loop.advance(Duration.ofMillis(10));
        }
        control.heard(new Rtcp.TransportFeedback(1, 2, first, (int) (loop.nanoTime() / 64_000_000), 0, ticks));
    }

    @Test
    void knowsNothingAndTriesNothingBeforeItHears() {
        send();
        control.explore(WANTED, () -> repeated++);
        assertThat(control.budget(0)).isZero();
        assertThat(control.known()).isZero();
        assertThat(repeated).isZero();
    }

    @Test
    void sendsMoreForAMomentWhenMoreIsWanted() {
        sendAndHear();
        assertThat(control.budget(0)).isEqualTo(1_000_000);
        control.explore(900_000, this::repeat);
        assertThat(repeated).isZero();

        control.explore(WANTED, this::repeat);
        control.explore(WANTED, this::repeat);
        loop.advance(Duration.ofMillis(100));

        assertThat(repeated * BYTES).isBetween(6_000, 10_000); // 2 Mbit/s for 30 ms
        int once = repeated;
        loop.advance(Duration.ofSeconds(1));
        assertThat(repeated).isEqualTo(once);
    }

    private int repeat() {
        repeated++;
        send();
        return BYTES;
    }

    @Test
    void endsTheTrialWhenThereIsNothingToRepeat() {
        sendAndHear();
        control.explore(WANTED, () -> {
            repeated++;
            return 0;
        });
        loop.advance(Duration.ofSeconds(1));
        assertThat(repeated).isEqualTo(1);
    }

    @Test
    void stopsWithItsPeer() {
        sendAndHear();
        control.explore(WANTED, this::repeat);
        int before = repeated;
        control.stop();
        loop.advance(Duration.ofSeconds(1));
        assertThat(repeated).isEqualTo(before);
    }

    @Test
    void takesTheAnnouncedLimitOfThoseWhoSendNoFeedback() {
        control.announced(700_000, 650_000);
        assertThat(control.budget(650_000)).isEqualTo(700_000);
        assertThat(control.known()).isEqualTo(700_000);
        sendAndHear();
        assertThat(control.known()).isEqualTo(1_000_000);
    }
}
