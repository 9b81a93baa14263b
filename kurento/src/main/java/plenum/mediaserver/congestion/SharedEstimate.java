package plenum.mediaserver.congestion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bandwidth towards one client, whose peer connections share the same network path. Each connection has its own sequence numbers, log
 * and receiver clock, and observes the common queue by its own packets; all of them contribute to one rate.
 */
public final class SharedEstimate {
    private static final long FIRST = 1_000_000;
    private static final double TRIAL_FACTOR = 2;
    private static final double TRIAL_ROOM = 1.25;
    private static final double WITHIN = 1.1;
    private static final double BURST = 2;
    private static final long PAUSE_AFTER_SUCCESS_NANOS = 300_000_000L;
    private static final long PAUSE_AFTER_FAILURE_NANOS = 2_500_000_000L;
    private static final long CALM_NANOS = 1_000_000_000L;
    private static final long TRIAL_TIMEOUT_NANOS = 500_000_000L;

    private final List<BandwidthEstimator> members = new ArrayList<>();
    private final Losses losses = new Losses();
    private final RateControl control = new RateControl(FIRST);
    private final RecentRate sent = new RecentRate(Duration.ofSeconds(1));
    private @Nullable BandwidthEstimator trying;
    private boolean heard;
    private long trialNanos = Long.MIN_VALUE;
    private long trialPauseNanos;

    void join(BandwidthEstimator member) {
        members.add(member);
    }

    void leave(BandwidthEstimator member) {
        members.remove(member);
        trying = trying == member ? null : trying;
    }

    /** One of them was told what has arrived; true when the estimate was lowered. */
    boolean heard(BandwidthEstimator teller, int arrived, int lost, long nowNanos) {
        heard = true;
        losses.add(arrived, lost, nowNanos);
        long arrives = arrives(nowNanos);
        boolean lowered = control.update(
                usage(teller, nowNanos), arrives, carried(arrives, nowNanos), losses.fraction(), nowNanos);
        if (lowered) {
            losses.forgive();
        }
        return lowered;
    }

    /** Nobody's queue may grow, and while another's empties the rate stays. */
    private Usage usage(BandwidthEstimator teller, long nowNanos) {
        return teller.usage() == Usage.NORMAL && !othersAreCalm(teller, nowNanos) ? Usage.UNDER : teller.usage();
    }

    private boolean othersAreCalm(BandwidthEstimator teller, long nowNanos) {
        for (int i = 0; i < members.size(); i++) {
            BandwidthEstimator member = members.get(i);
            if (member != teller && member.hasHeardSince(nowNanos) && member.usage() != Usage.NORMAL) {
                return false;
            }
        }
        return true;
    }

    /** The bit rate in bit/s that gets through to all connections; 0 while it is not known of a new one. */
    private long arrives(long nowNanos) {
        long sum = 0;
        for (int i = 0; i < members.size(); i++) {
            BandwidthEstimator member = members.get(i);
            long arrives = member.arrives(nowNanos);
            if (arrives == 0 && member.hasHeardSince(nowNanos)) {
                return 0;
            }
            sum += arrives;
        }
        return sum;
    }

    /**
     * What the network carries while a queue grows, in bit/s; 0 when that is not known. A queue that grew because much was sent in a moment, a
     * key frame or a trial, says little about what was sent before it: how fast it got through says what is carried.
     */
    private long carried(long arrives, long nowNanos) {
        long more = 0;
        if (arrives > 0 && sent.peak() > sent.bitsPerSecond() * BURST) {
            for (int i = 0; i < members.size(); i++) {
                BandwidthEstimator member = members.get(i);
                more = Math.max(more, member.arrivedAtMost(nowNanos) - member.arrives(nowNanos));
            }
        }
        return arrives + more;
    }

    /** In bit/s of RTP to all of them together; 0 before the first feedback. */
    public long bitsPerSecond() {
        return heard ? control.bitsPerSecond() : 0;
    }

    /**
     * The rate at which one of them should make a trial now, or 0 for none: what all may be sent, less what the others are.
     *
     * @param wanted what all together could use, in bit/s
     */
    long trialRate(BandwidthEstimator asker, long wanted, long nowNanos) {
        long estimate = control.bitsPerSecond();
        long arrives = arrives(nowNanos);
        if (!heard || wanted <= estimate || arrives > estimate * WITHIN || !isCalm(asker, nowNanos)) {
            return 0;
        }
        boolean due = trialNanos == Long.MIN_VALUE || nowNanos - trialNanos >= trialPauseNanos;
        if (!due || isTrying(nowNanos)) {
            return 0;
        }
        long all = (long) Math.min(estimate * TRIAL_FACTOR, wanted * TRIAL_ROOM);
        return Math.max(0, all - Math.max(0, arrives - asker.arrives(nowNanos)));
    }

    private boolean isCalm(BandwidthEstimator asker, long nowNanos) {
        long decrease = control.lastDecreaseNanos();
        return asker.usage() == Usage.NORMAL
                && othersAreCalm(asker, nowNanos)
                && (decrease == Long.MIN_VALUE || nowNanos - decrease > CALM_NANOS);
    }

    /** Whether a trial goes on, or its outcome is to come soon. */
    boolean isTrying(long nowNanos) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).hasOpenTrial() && nowNanos - trialNanos < TRIAL_TIMEOUT_NANOS) {
                return true;
            }
        }
        return false;
    }

    void trialBegins(BandwidthEstimator member, long nowNanos) {
        trying = member;
        trialNanos = nowNanos;
        trialPauseNanos = PAUSE_AFTER_FAILURE_NANOS;
    }

    void trialEnds() {
        trying = null;
    }

    /** A packet leaves by one of them. */
    void sent(BandwidthEstimator member, int bytes, long nowNanos) {
        sent.passed(bytes, nowNanos);
        if (trying != null && trying != member) {
            trying.sentByAnother(bytes);
        }
    }

    /** @param proven what got through to all of them, in bit/s; 0 for nothing more than before */
    void judged(long proven, long nowNanos) {
        long before = control.bitsPerSecond();
        control.proven(proven, nowNanos);
        trialPauseNanos = control.bitsPerSecond() > before ? PAUSE_AFTER_SUCCESS_NANOS : PAUSE_AFTER_FAILURE_NANOS;
        trialNanos = nowNanos;
    }
}
