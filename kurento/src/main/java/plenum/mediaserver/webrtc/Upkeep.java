package plenum.mediaserver.webrtc;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.TransportFeedbackGenerator;
import plenum.mediaserver.loop.EventLoop;

/**
 * The periodic work of a connected peer: requests for lost packets, congestion feedback, the choice of layers, and once a second reports
 * and a check of what still flows. Frequent while the peer publishes, less so while it watches, rare while it does neither.
 */
final class Upkeep {
    private static final Duration FAST = Duration.ofMillis(50);
    private static final Duration WATCHING = Duration.ofMillis(200);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final long REPORT_NANOS = 1_000_000_000L;

    /** Announced to a publisher without transport-wide feedback, which would never dare to send more on its own. */
    private static final long UNESTIMATED_LIMIT = 10_000_000L;

    private final EventLoop loop;
    private final Collection<Publication> publications;
    private final InboundPath inbound;
    private final OutboundPath outbound;
    private final TransportFeedbackGenerator feedback;
    private final FlowMonitor monitor;
    private final FeedbackOutput output;
    private final Reports reports;
    private EventLoop.@Nullable Timer timer;
    private long lastReportNanos;
    private long receiveLimit;

    Upkeep(
            EventLoop loop,
            Collection<Publication> publications,
            InboundPath inbound,
            OutboundPath outbound,
            TransportFeedbackGenerator feedback,
            FlowMonitor monitor,
            FeedbackOutput output,
            Reports reports) {
        this.loop = loop;
        this.publications = publications;
        this.inbound = inbound;
        this.outbound = outbound;
        this.feedback = feedback;
        this.monitor = monitor;
        this.output = output;
        this.reports = reports;
    }

    void receiveLimit(long bitsPerSecond) {
        receiveLimit = bitsPerSecond;
    }

    void start() {
        stop();
        timer = loop.schedule(FAST, this::tick);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void tick() {
        long now = loop.nanoTime();
        publications.forEach(publication -> publication.poll(now));
        outbound.adapt();
        if (inbound.sendsCongestionFeedback()) {
            feedback.poll(output.ssrc(), anySource()).ifPresent(output::send);
        }
        if (now - lastReportNanos >= REPORT_NANOS) {
            lastReportNanos = now;
            monitor.poll();
            long unasked = inbound.sendsCongestionFeedback() ? 0 : UNESTIMATED_LIMIT;
            output.send(reports.compose(receiveLimit > 0 ? receiveLimit : unasked));
        }
        if (timer != null) {
            timer = loop.schedule(pace(), this::tick);
        }
    }

    private Duration pace() {
        if (monitor.receiving()) {
            return FAST;
        }
        return outbound.showsVideo() ? WATCHING : SLOW;
    }

    /** Transport-wide feedback is about all of the peer's sources; the field wants one of them. */
    private int anySource() {
        return publications.stream()
                .mapToInt(Publication::ssrc)
                .filter(ssrc -> ssrc != 0)
                .findFirst()
                .orElse(0);
    }
}
