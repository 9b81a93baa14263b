package plenum.mediaserver.webrtc;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.congestion.AnnouncedLimit;
import plenum.mediaserver.congestion.BandwidthEstimator;
import plenum.mediaserver.congestion.SharedEstimate;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.rtp.Rtcp;

/**
 * The bandwidth that may be used towards one peer: by transport-wide feedback where that was negotiated, else by the limit that the peer
 * announces. Numbers packets for the feedback, and probes by sending more than the media need for some moments.
 */
final class CongestionControl {
    private static final Duration TRIAL_STEP = Duration.ofMillis(5);
    private static final long LEAST_TRIAL_NANOS = 30_000_000L;
    private static final long MOST_TRIAL_NANOS = 150_000_000L;
    private static final double TRIAL_BITS = 48_000; // five packets

    private final EventLoop loop;
    private final AnnouncedLimit announced = new AnnouncedLimit();
    private SharedEstimate shared;
    private @Nullable BandwidthEstimator estimator;
    private @Nullable Trial trial;
    private int number;
    private boolean numbered;

    /** @param shared what is known of the client's network */
    CongestionControl(EventLoop loop, SharedEstimate shared) {
        this.loop = loop;
        this.shared = shared;
    }

    /** The peer is one of a client that others are of, too. */
    void share(SharedEstimate other) {
        shared = other;
        if (estimator != null) {
            estimator.share(other);
        }
    }

    /** The number of the packet that is sent next. */
    int nextNumber() {
        if (estimator == null) {
            estimator = new BandwidthEstimator(shared);
        }
        numbered = true;
        number = number + 1 & 0xFFFF;
        return number;
    }

    /** A packet leaves; counts if it was given a number. */
    void sent(int bytes) {
        if (trial != null) {
            trial.bytes += bytes;
        }
        if (numbered && estimator != null) {
            numbered = false;
            estimator.sent(number, bytes, loop.nanoTime());
        }
    }

    /** True when it is time to choose anew: less may be sent than before, or a trial has ended. */
    boolean heard(Rtcp.TransportFeedback feedback) {
        return estimator != null && estimator.heard(feedback, loop.nanoTime());
    }

    /** @param sending what is being sent, in bit/s */
    void announced(long bitsPerSecond, long sending) {
        announced.announced(bitsPerSecond, sending, loop.nanoTime());
    }

    /** The estimate, or the limit that the peer announced, in bit/s; 0 when neither is known. */
    long known() {
        long estimate = estimator == null ? 0 : estimator.bitsPerSecond();
        return estimate > 0 ? estimate : announced.bitsPerSecond();
    }

    /** The bit rate in bit/s that may be sent; 0 when it is not known. */
    long budget(long sending) {
        long estimate = estimator == null ? 0 : estimator.bitsPerSecond();
        return estimate > 0 ? estimate : announced.budget(sending, loop.nanoTime());
    }

    /**
     * Looks whether more gets through, when that is worth it and it is time.
     *
     * @param wanted what all of the client could use, in bit/s
     * @param sendOne sends something once more; answers its bytes, 0 when there is nothing
     */
    void explore(long wanted, IntSupplier sendOne) {
        long rate = estimator == null || trial != null ? 0 : estimator.trialRate(wanted, loop.nanoTime());
        if (rate > 0) {
            trial = new Trial(rate, sendOne);
            trial.begin();
        }
    }

    /** Whether it will soon be known if more gets through. */
    boolean isTrying() {
        return estimator != null && estimator.isTrying(loop.nanoTime());
    }

    void stop() {
        if (trial != null) {
            trial.end();
        }
        if (estimator != null) {
            estimator.leave();
        }
    }

    /** A moment of more than there is to send. */
    private final class Trial {
        private final IntSupplier sendOne;
        private final long rate;
        private final long beginNanos = loop.nanoTime();
        private final long endNanos;
        private long bytes;
        private EventLoop.@Nullable Timer timer;

        Trial(long rate, IntSupplier sendOne) {
            this.rate = rate;
            this.sendOne = sendOne;
            long nanos = (long) (TRIAL_BITS * 1e9 / rate);
            this.endNanos = beginNanos + Math.clamp(nanos, LEAST_TRIAL_NANOS, MOST_TRIAL_NANOS);
        }

        void begin() {
            if (estimator != null) {
                estimator.beginTrial(beginNanos);
            }
            step();
        }

        private void step() {
            long now = loop.nanoTime();
            double due = (now - beginNanos + TRIAL_STEP.toNanos()) / 1e9 * rate / Byte.SIZE;
            boolean nothing = false;
            while (bytes < due && !nothing) {
                nothing = sendOne.getAsInt() == 0; // counted by sent()
            }
            if (nothing || now >= endNanos) {
                end();
            } else {
                timer = loop.schedule(TRIAL_STEP, this::step);
            }
        }

        void end() {
            if (timer != null) {
                timer.cancel();
            }
            if (estimator != null) {
                estimator.endTrial(loop.nanoTime());
            }
            trial = null;
        }
    }
}
