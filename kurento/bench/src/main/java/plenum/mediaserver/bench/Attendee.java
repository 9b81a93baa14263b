package plenum.mediaserver.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kurento.client.WebRtcEndpoint;
import plenum.mediaserver.client.ClientSide;

/** A person who watches: takes every stream, one after the other, and is in when each has arrived. */
final class Attendee {
    private final Map<BenchViewer, WebRtcEndpoint> streams = new LinkedHashMap<>();
    private final Latencies joins = new Latencies();
    private long joinNanos;

    private Attendee() {}

    /** Comes, and returns with the first packet of the last stream; leaves nothing behind when one of them does not come. */
    static Attendee join(
            ClientSide side, Impairment network, BenchApplication application, List<WebRtcEndpoint> sources)
            throws IOException, BenchFailure {
        Attendee attendee = new Attendee();
        try {
            attendee.watch(side, network, application, sources);
            return attendee;
        } catch (IOException | BenchFailure | RuntimeException e) {
            attendee.leave();
            throw e;
        }
    }

    private void watch(ClientSide side, Impairment network, BenchApplication application, List<WebRtcEndpoint> sources)
            throws IOException, BenchFailure {
        Map<BenchViewer, Long> begins = new LinkedHashMap<>();
        long came = System.nanoTime();
        for (WebRtcEndpoint source : sources) {
            BenchViewer viewer = new BenchViewer(side, network);
            begins.put(viewer, System.nanoTime());
            WebRtcEndpoint endpoint = application.connect(viewer);
            streams.put(viewer, endpoint);
            source.connect(endpoint);
        }
        for (Map.Entry<BenchViewer, Long> stream : begins.entrySet()) {
            long arrived = Waiting.on(stream.getKey().firstPacket(), "a viewer's first packet");
            joins.add(arrived - stream.getValue());
            joinNanos = Math.max(joinNanos, arrived - came);
        }
    }

    Set<BenchViewer> viewers() {
        return streams.keySet();
    }

    /** From the first request for a stream to its first packet. */
    Latencies joins() {
        return joins;
    }

    /** From the first request to the first packet of the last stream. */
    long joinNanos() {
        return joinNanos;
    }

    /** Ends every connection, and has the application let go of its endpoints. */
    void leave() {
        viewers().forEach(BenchViewer::close);
        released();
    }

    /** Is silent from now on. */
    void vanish() {
        viewers().forEach(BenchViewer::vanish);
    }

    /** The application lets go of the endpoints. */
    void released() {
        streams.values().forEach(WebRtcEndpoint::release);
    }
}
