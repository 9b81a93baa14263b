package plenum.mediaserver.congestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.TransportFeedbackGenerator;
import plenum.mediaserver.rtp.Rtcp;

/** Nine pictures and a voice of one browser, each by a peer connection of its own, on one way through the network. */
@Tag("congestion")
class SharedLinkTest {
    private static final long MILLI = 1_000_000L;
    private static final int PACKET = 1_000;
    private static final int VOICE_PACKET = 100;
    private static final int VOICE_MILLIS = 20;
    private static final long VOICE = VOICE_PACKET * 8L * 1_000 / VOICE_MILLIS;
    private static final int FRAME_MILLIS = 33;
    private static final int FEEDBACK_MILLIS = 100;
    private static final int DIVISION_MILLIS = 200;
    private static final int TRIAL_MILLIS = 30;
    private static final int TRIAL_STEP_MILLIS = 5;
    private static final long DELAY_NANOS = 25 * MILLI;
    private static final long[] SIZES = {40_000, 65_000, 110_000, 230_000, 320_000, 480_000};

    private final SharedEstimate shared = new SharedEstimate();
    private final List<Picture> pictures = new ArrayList<>();
    private final Voice voice = new Voice();
    private final long queueNanos = 300 * MILLI;
    private final Deque<Underway> underway = new ArrayDeque<>();
    private final Deque<Report> reports = new ArrayDeque<>();
    private long rate;
    private long now = 5_000 * MILLI;
    private long busyUntil;

    private record Underway(Connection of, int number, long arrivalNanos) {}

    private record Report(Connection of, Rtcp.TransportFeedback feedback, long arrivalNanos) {}

    private class Connection {
        final BandwidthEstimator estimator = new BandwidthEstimator(shared);
        final TransportFeedbackGenerator receiver = new TransportFeedbackGenerator();
        int number = 65_000;
        long sent;
        long dropped;

        void send(int bytes) {
            number = number + 1 & 0xFFFF;
            estimator.sent(number, bytes, now);
            sent += bytes;
            busyUntil = Math.max(busyUntil, now);
            if (busyUntil - now > queueNanos) {
                dropped += bytes;
                return;
            }
            busyUntil += bytes * 8L * 1_000_000_000L / rate;
            underway.add(new Underway(this, number, busyUntil + DELAY_NANOS));
        }
    }

    private final class Voice extends Connection {
        void speak(long milli) {
            if (milli % VOICE_MILLIS == 0) {
                send(VOICE_PACKET);
            }
        }
    }

    private final class Picture extends Connection implements Division.Claim {
        final long priority;
        final int phase;
        long granted = SIZES[0];
        double owed;
        long trialUntil;
        long trialRate;

        Picture(long priority, int phase) {
            this.priority = priority;
            this.phase = phase;
        }

        @Override
        public long least() {
            return SIZES[0];
        }

        @Override
        public long priority() {
            return priority;
        }

        @Override
        public long usable(long bitsPerSecond) {
            long best = SIZES[0];
            for (long size : SIZES) {
                best = size <= bitsPerSecond && size <= priority ? size : best;
            }
            return best;
        }

        @Override
        public void granted(long bitsPerSecond) {
            granted = bitsPerSecond;
        }

        long sending() {
            return usable(granted);
        }

        void step(long milli) {
            if (milli % FRAME_MILLIS == phase) {
                owed += sending() / 8.0 * FRAME_MILLIS / 1_000;
                for (; owed >= PACKET; owed -= PACKET) {
                    send(PACKET);
                }
            }
            long wanted = usable(Long.MAX_VALUE) > sending() ? estimator.trialRate(wanted(), now) : 0;
            if (wanted > 0) {
                trialRate = wanted;
                trialUntil = milli + TRIAL_MILLIS;
                estimator.beginTrial(now);
            }
            if (trialUntil > 0 && milli % TRIAL_STEP_MILLIS == 0) {
                for (double bytes = trialRate / 8.0 * TRIAL_STEP_MILLIS / 1_000; bytes > 0; bytes -= PACKET) {
                    send(PACKET);
                }
                if (milli >= trialUntil) {
                    trialUntil = 0;
                    estimator.endTrial(now);
                }
            }
        }
    }

    private long wanted() {
        return VOICE
                + pictures.stream()
                        .mapToLong(picture -> picture.usable(Long.MAX_VALUE))
                        .sum();
    }

    private void run(int millis) {
        for (int i = 0; i < millis; i++) {
            now += MILLI;
            arrive();
            long milli = now / MILLI;
            if (milli % DIVISION_MILLIS == 0) {
                divide();
            }
            voice.speak(milli);
            pictures.forEach(picture -> picture.step(milli));
            if (milli % FEEDBACK_MILLIS == 0) {
                report(voice);
                pictures.forEach(this::report);
            }
        }
    }

    private void divide() {
        if (shared.bitsPerSecond() > 0) {
            Division.divide(Math.max(0, shared.bitsPerSecond() - VOICE), pictures);
        }
    }

    private void report(Connection of) {
        of.receiver.poll(1, 2).ifPresent(feedback -> reports.add(new Report(of, feedback, now + DELAY_NANOS)));
    }

    private void arrive() {
        while (!underway.isEmpty() && underway.peek().arrivalNanos <= now) {
            Underway packet = underway.remove();
            packet.of.receiver.received(packet.number, packet.arrivalNanos);
        }
        while (!reports.isEmpty() && reports.peek().arrivalNanos <= now) {
            Report report = reports.remove();
            if (report.of.estimator.heard(report.feedback, now)) {
                divide();
            }
        }
    }

    private long sending() {
        return VOICE + pictures.stream().mapToLong(Picture::sending).sum();
    }

    /** The average of what is sent, over some time. */
    private long sendingFor(int millis) {
        long sum = 0;
        for (int i = 0; i < millis / DIVISION_MILLIS; i++) {
            run(DIVISION_MILLIS);
            sum += sending();
        }
        return sum / (millis / DIVISION_MILLIS);
    }

    @Test
    void nineEqualTilesShareWhatThereIs() {
        rate = 2_000_000;
        for (int i = 0; i < 9; i++) {
            pictures.add(new Picture(600_000, i * 3));
        }
        run(10_000);
        long before = voice.dropped;
        long voiceBefore = voice.sent;
        long average = sendingFor(20_000);

        assertThat(average).as("all together").isBetween(rate * 60 / 100, rate * 105 / 100);
        assertThat(pictures).allSatisfy(picture -> assertThat(picture.sending()).isGreaterThanOrEqualTo(SIZES[1]));
        assertThat(voice.sent - voiceBefore).as("voice").isEqualTo(VOICE / 8 * 20);
        assertThat(voice.dropped - before).as("lost voice").isLessThan((voice.sent - voiceBefore) / 50);
    }

    @Test
    void theSumFollowsTheNetworkDownAndUp() {
        rate = 2_000_000;
        for (int i = 0; i < 9; i++) {
            pictures.add(new Picture(600_000, i * 3));
        }
        run(10_000);
        rate = 700_000;
        run(3_000);
        assertThat(sendingFor(10_000)).as("on a narrow way").isBetween(400_000L, 740_000L);
        assertThat(pictures).allSatisfy(picture -> assertThat(picture.sending()).isGreaterThanOrEqualTo(SIZES[0]));
        rate = 2_000_000;
        run(8_000);
        assertThat(sendingFor(5_000)).as("on a wide way again").isGreaterThan(1_200_000L);
    }

    @Test
    void theLargeTileComesFirstAndTheSmallOnesAreNotStarved() {
        rate = 1_000_000;
        Picture large = new Picture(2_000_000, 0);
        pictures.add(large);
        for (int i = 1; i < 9; i++) {
            pictures.add(new Picture(150_000, i * 3));
        }
        run(15_000);
        long smallest = Long.MAX_VALUE;
        long largest = 0;
        for (int i = 0; i < 50; i++) {
            run(DIVISION_MILLIS);
            largest += large.sending() / 50;
            smallest = Math.min(
                    smallest,
                    pictures.stream().skip(1).mapToLong(Picture::sending).min().orElse(0));
        }
        assertThat(largest).as("the large one, on average").isGreaterThan(230_000);
        assertThat(smallest).as("the smallest at any time").isEqualTo(SIZES[0]);
        assertThat(sending()).isLessThan(rate * 11 / 10);
    }

    @Test
    void whatOneCannotUseGoesToTheNext() {
        for (long cap : new long[] {40_000, 500_000, 500_000}) {
            pictures.add(new Picture(cap, 0));
        }
        Division.divide(1_000_000, pictures);
        assertThat(pictures).extracting(Picture::sending).containsExactly(40_000L, 480_000L, 480_000L);
        Division.divide(600_000, pictures);
        assertThat(pictures).extracting(Picture::sending).containsExactly(40_000L, 230_000L, 320_000L);
        Division.divide(0, pictures);
        assertThat(pictures).extracting(Picture::sending).containsExactly(40_000L, 40_000L, 40_000L);
    }
}
