package plenum.mediaserver.congestion;

import java.util.ArrayDeque;
import java.util.Deque;
import plenum.mediaserver.flow.TransportFeedbackGenerator;
import plenum.mediaserver.rtp.Rtcp;

/**
 * A sender that follows the estimate, a way with a rate, a delay and a queue that drops what it cannot hold, and a receiver that reports
 * every tenth of a second. Steps of a millisecond; the same at every run.
 */
final class SimulatedLink {
    private static final long MILLI = 1_000_000L;
    private static final int PACKET = 1_000;
    private static final int FRAME_MILLIS = 33;
    private static final int FEEDBACK_MILLIS = 100;
    private static final long TRIAL_BITS = 48_000;
    private static final int TRIAL_STEP_MILLIS = 5;
    private static final long DELAY_NANOS = 25 * MILLI;

    private record Underway(int number, long arrivalNanos) {}

    private record Report(Rtcp.TransportFeedback feedback, long arrivalNanos) {}

    final BandwidthEstimator estimator = new BandwidthEstimator();
    private final TransportFeedbackGenerator receiver = new TransportFeedbackGenerator();
    private final Deque<Underway> underway = new ArrayDeque<>();
    private final Deque<Report> reports = new ArrayDeque<>();
    private final long queueNanos;
    private final long most;
    private final int lossEvery;
    private long rate;
    private long now = 5_000 * MILLI;
    private long busyUntil;
    private int number = 65_000;
    private double owed;
    private long[] pictures = {};
    private long trialUntil;
    private long trialRate;
    private long sentPackets;
    private int keyFramePackets;
    long delivered;
    long dropped;
    long longestQueueNanos;

    /**
     * @param bitsPerSecond what the way carries at first
     * @param queueMillis how much of that its queue holds
     * @param mostBitsPerSecond what the sender has to send
     * @param lossEvery each how many packets one is lost by chance; 0 for none
     */
    SimulatedLink(long bitsPerSecond, int queueMillis, long mostBitsPerSecond, int lossEvery) {
        rate = bitsPerSecond;
        queueNanos = queueMillis * MILLI;
        most = mostBitsPerSecond;
        this.lossEvery = lossEvery;
    }

    void rate(long bitsPerSecond) {
        rate = bitsPerSecond;
    }

    /** From now on the sender has pictures of these rates only, in bit/s, the smallest first. */
    void pictures(long... rates) {
        pictures = rates;
    }

    long sending() {
        long budget = Math.min(estimator.bitsPerSecond() == 0 ? most : estimator.bitsPerSecond(), most);
        long sent = pictures.length == 0 ? budget : pictures[0];
        for (long picture : pictures) {
            sent = picture <= budget ? picture : sent;
        }
        return sent;
    }

    /** A key frame of so many packets, one each millisecond. */
    void keyFrame(int packets) {
        keyFramePackets = packets;
        run(packets);
    }

    void run(int millis) {
        for (int i = 0; i < millis; i++) {
            now += MILLI;
            arrive();
            long milli = now / MILLI;
            if (milli % FRAME_MILLIS == 0) {
                frame();
            }
            if (milli % FEEDBACK_MILLIS == 0) {
                receiver.poll(1, 2).ifPresent(feedback -> reports.add(new Report(feedback, now + DELAY_NANOS)));
            }
            tryMore(milli);
            if (keyFramePackets > 0) {
                keyFramePackets--;
                send();
            }
        }
    }

    private void frame() {
        owed += sending() / 8.0 * FRAME_MILLIS / 1_000;
        for (; owed >= PACKET; owed -= PACKET) {
            send();
        }
    }

    private void tryMore(long milli) {
        long wanted = estimator.trialRate(most, now);
        if (wanted > 0) {
            trialRate = wanted;
            trialUntil = milli + Math.clamp(TRIAL_BITS * 1_000 / wanted, 30, 150);
            estimator.beginTrial(now);
        }
        if (trialUntil > 0 && milli % TRIAL_STEP_MILLIS == 0) {
            for (double bytes = trialRate / 8.0 * TRIAL_STEP_MILLIS / 1_000; bytes > 0; bytes -= PACKET) {
                send();
            }
            if (milli >= trialUntil) {
                trialUntil = 0;
                estimator.endTrial(now);
            }
        }
    }

    private void send() {
        number = number + 1 & 0xFFFF;
        estimator.sent(number, PACKET, now);
        sentPackets++;
        busyUntil = Math.max(busyUntil, now);
        longestQueueNanos = Math.max(longestQueueNanos, busyUntil - now);
        boolean unlucky = lossEvery > 0 && sentPackets % lossEvery == 0;
        if (unlucky || busyUntil - now > queueNanos) {
            dropped++;
            return;
        }
        busyUntil += PACKET * 8L * 1_000_000_000L / rate;
        underway.add(new Underway(number, busyUntil + DELAY_NANOS));
    }

    private void arrive() {
        while (!underway.isEmpty() && underway.peek().arrivalNanos <= now) {
            Underway packet = underway.remove();
            receiver.received(packet.number, packet.arrivalNanos);
            delivered++;
        }
        while (!reports.isEmpty() && reports.peek().arrivalNanos <= now) {
            estimator.heard(reports.remove().feedback, now);
        }
    }
}
