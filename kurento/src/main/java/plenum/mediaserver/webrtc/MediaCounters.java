package plenum.mediaserver.webrtc;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.transport.PortTraffic;

/**
 * Counters of the received and sent media of several peers.
 *
 * @param peers those that are not closed
 * @param udp the datagrams of their ports
 * @param tcp the packets of their connections
 * @param received from publishers, by kind
 * @param sent to viewers, by kind
 */
public record MediaCounters(
        int peers,
        PortTraffic udp,
        PortTraffic tcp,
        Map<MediaKind, StreamTotals> received,
        Map<MediaKind, StreamTotals> sent) {
    private static final PortTraffic.Direction NO_DATAGRAMS = new PortTraffic.Direction(0, 0, 0, 0);
    private static final PortTraffic NO_TRAFFIC = new PortTraffic(NO_DATAGRAMS, NO_DATAGRAMS);

    /** Nothing at all. */
    public static final MediaCounters NONE = new MediaCounters(0, NO_TRAFFIC, NO_TRAFFIC, noStreams(), noStreams());

    /**
     * Sums over streams of one kind and direction.
     *
     * @param lost what the receiving side misses; less again when a repair comes late
     * @param nacks messages that ask for missing packets, to publishers or from viewers
     * @param keyFrameRequests PLI and FIR, to publishers or from viewers
     * @param retransmissions packets sent again to viewers
     */
    public record StreamTotals(
            long packets, long bytes, long lost, long nacks, long keyFrameRequests, long retransmissions) {
        static final StreamTotals NONE = new StreamTotals(0, 0, 0, 0, 0, 0);

        StreamTotals plus(StreamTotals other) {
            return new StreamTotals(
                    packets + other.packets,
                    bytes + other.bytes,
                    lost + other.lost,
                    nacks + other.nacks,
                    keyFrameRequests + other.keyFrameRequests,
                    retransmissions + other.retransmissions);
        }

        private static StreamTotals of(WebRtcPeer.StreamStats stats) {
            return new StreamTotals(
                    stats.packets(),
                    stats.bytes(),
                    stats.packetsLost(),
                    stats.nackCount(),
                    stats.pliCount() + stats.firCount(),
                    stats.retransmissions());
        }
    }

    public MediaCounters plus(MediaCounters other) {
        return new MediaCounters(
                peers + other.peers,
                udp.plus(other.udp),
                tcp.plus(other.tcp),
                plus(received, other.received),
                plus(sent, other.sent));
    }

    /** With the streams of one more peer, whether it is still there or not. */
    public MediaCounters plus(List<WebRtcPeer.StreamStats> streams) {
        Map<MediaKind, StreamTotals> in = new EnumMap<>(received);
        Map<MediaKind, StreamTotals> out = new EnumMap<>(sent);
        for (WebRtcPeer.StreamStats stream : streams) {
            (stream.inbound() ? in : out).merge(stream.kind(), StreamTotals.of(stream), StreamTotals::plus);
        }
        return new MediaCounters(peers, udp, tcp, in, out);
    }

    MediaCounters withPeers(int count) {
        return new MediaCounters(count, udp, tcp, received, sent);
    }

    MediaCounters withDatagrams(PortTraffic traffic) {
        return new MediaCounters(peers, traffic, tcp, received, sent);
    }

    MediaCounters withConnections(PortTraffic traffic) {
        return new MediaCounters(peers, udp, traffic, received, sent);
    }

    private static Map<MediaKind, StreamTotals> plus(
            Map<MediaKind, StreamTotals> some, Map<MediaKind, StreamTotals> others) {
        Map<MediaKind, StreamTotals> sum = new EnumMap<>(some);
        others.forEach((kind, totals) -> sum.merge(kind, totals, StreamTotals::plus));
        return sum;
    }

    private static Map<MediaKind, StreamTotals> noStreams() {
        Map<MediaKind, StreamTotals> none = new EnumMap<>(MediaKind.class);
        for (MediaKind kind : MediaKind.values()) {
            none.put(kind, StreamTotals.NONE);
        }
        return none;
    }
}
