package plenum.mediaserver.congestion;

import java.util.List;
import plenum.mediaserver.rtp.Rtcp;

/**
 * Estimates what the network carries towards one peer from its transport-wide feedback
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01): by delays ({@link Trendline}), by losses ({@link Losses}), and by trials of more than
 * there is to send ({@link Trial}). Allocates nothing.
 */
public final class BandwidthEstimator {
    private static final long FIRST = 1_000_000;
    private static final long TICK_NANOS = 250_000;
    private static final long REFERENCE_NANOS = 64_000_000;
    private static final double TRIAL_FACTOR = 2;
    private static final double TRIAL_ROOM = 1.25;
    private static final double WITHIN = 1.1;
    private static final long PAUSE_AFTER_SUCCESS_NANOS = 300_000_000L;
    private static final long PAUSE_AFTER_FAILURE_NANOS = 2_500_000_000L;
    private static final long CALM_NANOS = 1_000_000_000L;
    private static final long TRIAL_TIMEOUT_NANOS = 500_000_000L;

    private final SentLog log = new SentLog();
    private final Trendline trendline = new Trendline();
    private final PacketGroups groups = new PacketGroups(trendline);
    private final ArrivalRate arrivals = new ArrivalRate();
    private final Losses losses = new Losses();
    private final RateControl control = new RateControl(FIRST);
    private final Trial trial = new Trial();
    private boolean heard;
    private long reference;
    private int lastReference;
    private long newestSentNanos = Long.MIN_VALUE;
    private long trialNanos = Long.MIN_VALUE;
    private long trialPauseNanos;

    /** A packet leaves. */
    public void sent(int number, int bytes, long nowNanos) {
        log.sent(number, bytes, nowNanos);
        trial.sent();
    }

    /** The peer tells what has arrived; true when the estimate was lowered, or a trial has ended. */
    public boolean heard(Rtcp.TransportFeedback feedback, long nowNanos) {
        long base = reference(feedback.referenceTime()) * REFERENCE_NANOS;
        List<Integer> ticks = feedback.arrivals();
        int arrived = 0;
        int lost = 0;
        for (int i = 0; i < ticks.size(); i++) {
            int slot = log.find(feedback.baseSequence() + i & 0xFFFF);
            if (slot < 0) {
                continue;
            }
            int tick = ticks.get(i);
            if (tick == Rtcp.TransportFeedback.LOST) {
                lost += log.missed(slot) ? 1 : 0;
            } else {
                lost -= log.missed(slot) ? 0 : 1;
                arrived++;
                arrived(slot, base + tick * TICK_NANOS);
            }
        }
        losses.add(arrived, lost, nowNanos);
        boolean lowered = control.update(trendline.usage(), arrivals.bitsPerSecond(), losses.fraction(), nowNanos);
        if (lowered) {
            losses.forgive();
        }
        return judge(nowNanos) || lowered;
    }

    /** The unwrapped reference time, from its 24 bits. */
    private long reference(int value) {
        reference = heard ? reference + (value - lastReference << Byte.SIZE >> Byte.SIZE) : value;
        heard = true;
        lastReference = value;
        return reference;
    }

    private void arrived(int slot, long arrivalNanos) {
        long sent = log.nanos(slot);
        groups.arrived(sent, arrivalNanos);
        arrivals.arrived(log.bytes(slot), arrivalNanos);
        trial.arrived(sent, arrivalNanos, log.bytes(slot));
        newestSentNanos = Math.max(newestSentNanos, sent);
        log.arrived(slot);
    }

    private boolean judge(long nowNanos) {
        boolean over = trial.isOver(newestSentNanos);
        if (over) {
            long before = control.bitsPerSecond();
            control.proven(trial.judge());
            trialPauseNanos = control.bitsPerSecond() > before ? PAUSE_AFTER_SUCCESS_NANOS : PAUSE_AFTER_FAILURE_NANOS;
            trialNanos = nowNanos;
        }
        return over;
    }

    /** In bit/s of RTP; 0 before the first feedback. */
    public long bitsPerSecond() {
        return heard ? control.bitsPerSecond() : 0;
    }

    /**
     * The rate at which a trial should be made now, or 0 for none.
     *
     * @param wanted what could be used, in bit/s
     */
    public long trialRate(long wanted, long nowNanos) {
        long estimate = control.bitsPerSecond();
        if (!heard || wanted <= estimate || arrivals.bitsPerSecond() > estimate * WITHIN || !isCalm(nowNanos)) {
            return 0;
        }
        if (isTrying(nowNanos)) {
            return 0;
        }
        boolean due = trialNanos == Long.MIN_VALUE || nowNanos - trialNanos >= trialPauseNanos;
        return due ? (long) Math.min(estimate * TRIAL_FACTOR, wanted * TRIAL_ROOM) : 0;
    }

    /** Whether a trial goes on, or its outcome is to come soon. */
    public boolean isTrying(long nowNanos) {
        return trial.isOpen() && nowNanos - trialNanos < TRIAL_TIMEOUT_NANOS;
    }

    private boolean isCalm(long nowNanos) {
        long decrease = control.lastDecreaseNanos();
        return trendline.usage() == Usage.NORMAL && (decrease == Long.MIN_VALUE || nowNanos - decrease > CALM_NANOS);
    }

    /** What is sent from here to {@link #endTrial} belongs to a trial. */
    public void beginTrial(long nowNanos) {
        trialNanos = nowNanos;
        trialPauseNanos = PAUSE_AFTER_FAILURE_NANOS;
        trial.begin(nowNanos);
    }

    public void endTrial(long nowNanos) {
        trial.end(nowNanos);
    }
}
