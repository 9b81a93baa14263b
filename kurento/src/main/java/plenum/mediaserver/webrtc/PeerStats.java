package plenum.mediaserver.webrtc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plenum.mediaserver.flow.InboundCounters;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.OutboundCounters;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.ViewerStream;

/** The statistics of a peer, in the form of its public interface. */
final class PeerStats {
    private PeerStats() {}

    static List<WebRtcPeer.StreamStats> of(
            Map<MediaKind, Publication> publications,
            Map<MediaKind, ViewerStream> streams,
            long receiveLimit,
            long sendLimit) {
        List<WebRtcPeer.StreamStats> all = new ArrayList<>();
        publications.forEach((kind, publication) -> {
            for (InboundCounters counters : publication.counters()) {
                all.add(inbound(kind, counters, kind == MediaKind.VIDEO ? receiveLimit : 0));
            }
        });
        streams.forEach((kind, stream) -> {
            OutboundCounters counters = stream.counters();
            if (counters != null) {
                all.add(outbound(kind, counters, kind == MediaKind.VIDEO ? sendLimit : 0));
            }
        });
        return all;
    }

    private static WebRtcPeer.StreamStats inbound(MediaKind kind, InboundCounters counters, long limit) {
        return new WebRtcPeer.StreamStats(
                kind,
                true,
                Integer.toUnsignedLong(counters.ssrc()),
                counters.codec().name(),
                counters.packets(),
                counters.bytes(),
                counters.lost(),
                counters.fractionLost(),
                counters.jitterSeconds(),
                Double.NaN,
                counters.nackCount(),
                counters.pictureLossCount(),
                0,
                0,
                limit);
    }

    private static WebRtcPeer.StreamStats outbound(MediaKind kind, OutboundCounters counters, long limit) {
        return new WebRtcPeer.StreamStats(
                kind,
                false,
                Integer.toUnsignedLong(counters.ssrc()),
                counters.codec().name(),
                counters.packets(),
                counters.bytes(),
                counters.lost(),
                counters.fractionLost(),
                counters.jitterSeconds(),
                counters.roundTripSeconds(),
                counters.nackCount(),
                counters.pictureLossCount(),
                counters.fullIntraCount(),
                counters.retransmissions(),
                limit);
    }
}
