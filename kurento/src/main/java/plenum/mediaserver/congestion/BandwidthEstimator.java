package plenum.mediaserver.congestion;

import java.time.Duration;
import java.util.List;
import plenum.mediaserver.rtp.Rtcp;

/**
 * Estimates the bandwidth towards one peer connection from transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01): by
 * delays ({@link Trendline}), by losses, and by probing with more than the media need ({@link Trial}). The estimate may be shared with the
 * other connections of a client ({@link SharedEstimate}). Allocates nothing.
 */
public final class BandwidthEstimator {
    private static final long TICK_NANOS = 250_000;
    private static final long REFERENCE_NANOS = 64_000_000;
    private static final long RECENT_NANOS = 600_000_000L;

    private final SentLog log = new SentLog();
    private final Trendline trendline = new Trendline();
    private final PacketGroups groups = new PacketGroups(trendline);
    private final RecentRate arrivals = new RecentRate(Duration.ofMillis(500));
    private final Trial trial = new Trial();
    private SharedEstimate shared;
    private long heardNanos = Long.MIN_VALUE;
    private long reference;
    private int lastReference;
    private long newestSentNanos = Long.MIN_VALUE;

    /** Of a connection that shares its network with no other that is known of. */
    public BandwidthEstimator() {
        this(new SharedEstimate());
    }

    public BandwidthEstimator(SharedEstimate shared) {
        this.shared = shared;
        shared.join(this);
    }

    /** Shares another estimate from now on. */
    public void share(SharedEstimate other) {
        shared.leave(this);
        shared = other;
        other.join(this);
    }

    /** Has no part in the estimate any more. */
    public void leave() {
        shared.leave(this);
    }

    /** A packet leaves. */
    public void sent(int number, int bytes, long nowNanos) {
        log.sent(number, bytes, nowNanos);
        trial.sent();
        shared.sent(this, bytes, nowNanos);
    }

    void sentByAnother(int bytes) {
        trial.sentByAnother(bytes);
    }

    /** The peer tells what has arrived; true when the estimate was lowered, or a trial has ended. */
    public boolean heard(Rtcp.TransportFeedback feedback, long nowNanos) {
        long base = reference(feedback.referenceTime()) * REFERENCE_NANOS;
        heardNanos = nowNanos;
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
        boolean lowered = shared.heard(this, arrived, lost, nowNanos);
        return judge(nowNanos) || lowered;
    }

    /** The unwrapped reference time, from its 24 bits. */
    private long reference(int value) {
        boolean first = heardNanos == Long.MIN_VALUE;
        reference = first ? value : reference + (value - lastReference << Byte.SIZE >> Byte.SIZE);
        lastReference = value;
        return reference;
    }

    private void arrived(int slot, long arrivalNanos) {
        long sent = log.nanos(slot);
        groups.arrived(sent, arrivalNanos);
        arrivals.passed(log.bytes(slot), arrivalNanos);
        trial.arrived(sent, arrivalNanos, log.bytes(slot));
        newestSentNanos = Math.max(newestSentNanos, sent);
        log.arrived(slot);
    }

    private boolean judge(long nowNanos) {
        boolean over = trial.isOver(newestSentNanos);
        if (over) {
            shared.judged(trial.judge(), nowNanos);
        }
        return over;
    }

    /** In bit/s of RTP, to all who share it; 0 before the first feedback. */
    public long bitsPerSecond() {
        return shared.bitsPerSecond();
    }

    /**
     * The rate at which a trial should be made now, or 0 for none.
     *
     * @param wanted what all who share the estimate could use, in bit/s
     */
    public long trialRate(long wanted, long nowNanos) {
        return shared.trialRate(this, wanted, nowNanos);
    }

    /** Whether a trial goes on, or its outcome is to come soon. */
    public boolean isTrying(long nowNanos) {
        return shared.isTrying(nowNanos);
    }

    /** Begins a probe: packets sent from here to {@link #endTrial} belong to it. */
    public void beginTrial(long nowNanos) {
        shared.trialBegins(this, nowNanos);
        trial.begin(nowNanos);
    }

    public void endTrial(long nowNanos) {
        trial.end(nowNanos);
        shared.trialEnds();
    }

    Usage usage() {
        return trendline.usage();
    }

    boolean hasOpenTrial() {
        return trial.isOpen();
    }

    /** Whether what is known of this connection is of this moment. */
    boolean hasHeardSince(long nowNanos) {
        return heardNanos != Long.MIN_VALUE && nowNanos - heardNanos < RECENT_NANOS;
    }

    /** The bit rate in bit/s that got through lately; 0 when it is not known. */
    long arrives(long nowNanos) {
        return hasHeardSince(nowNanos) ? arrivals.bitsPerSecond() : 0;
    }

    /** The most that has got through lately, for a moment, in bit/s; 0 when that is not known. */
    long arrivedAtMost(long nowNanos) {
        return hasHeardSince(nowNanos) ? arrivals.peak() : 0;
    }
}
