package plenum.mediaserver.element;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.mediaserver.object.KurentoJson;
import plenum.mediaserver.webrtc.WebRtcPeer.StreamStats;

/** Builds the answer of {@code getStats}: entries by id, in Kurento's shapes. The ids of streams stay the same from report to report. */
final class StatsReport {
    private final long timestampMillis;
    private final ObjectNode entries = KurentoJson.object();

    StatsReport(long timestampMillis) {
        this.timestampMillis = timestampMillis;
    }

    ObjectNode toJson() {
        return entries;
    }

    /** The element itself. Latencies are zero: a forwarder has no stages between which to measure. */
    ObjectNode addElement(String elementId, String statsClass, String statsType, Optional<MediaType> type) {
        ObjectNode entry = add(elementId, statsClass, statsType);
        entry.set("inputLatency", latencies(type));
        return entry;
    }

    void addEndpoint(String elementId, Optional<MediaType> type) {
        addElement(elementId, "EndpointStats", "endpoint", type).set("E2ELatency", latencies(type));
    }

    /** The peer connection as a whole. Data channels are not offered, so none was ever opened. */
    void addSession(String elementId) {
        add(stableId(elementId, "session"), "RTCPeerConnectionStats", "session")
                .put("dataChannelsOpened", 0)
                .put("dataChannelsClosed", 0);
    }

    void addStream(String elementId, StreamStats stream) {
        String id = stableId(elementId, (stream.inbound() ? "in" : "out") + stream.ssrc());
        ObjectNode entry = stream.inbound()
                ? add(id, "RTCInboundRTPStreamStats", "inboundrtp")
                        .put("packetsReceived", stream.packets())
                        .put("bytesReceived", stream.bytes())
                        .put("jitter", finite(stream.jitterSeconds()))
                : add(id, "RTCOutboundRTPStreamStats", "outboundrtp")
                        .put("packetsSent", stream.packets())
                        .put("bytesSent", stream.bytes())
                        .put("roundTripTime", finite(stream.roundTripSeconds()))
                        .put("targetBitrate", 0.0);
        entry.put("ssrc", Long.toString(stream.ssrc()))
                .put("associateStatsId", "")
                .put("isRemote", false)
                .put("mediaTrackId", "")
                .put("transportId", "")
                .put("codecId", stream.codec())
                .put("packetsLost", stream.packetsLost())
                .put("fractionLost", finite(stream.fractionLost()))
                .put("nackCount", stream.nackCount())
                .put("pliCount", stream.pliCount())
                .put("firCount", stream.firCount())
                .put("sliCount", 0)
                .put("remb", stream.bitsPerSecond());
    }

    private ObjectNode add(String id, String statsClass, String statsType) {
        ObjectNode entry = KurentoJson.complex(statsClass)
                .put("id", id)
                .put("type", statsType)
                .put("timestampMillis", timestampMillis);
        entries.set(id, entry);
        return entry;
    }

    private static ArrayNode latencies(Optional<MediaType> wanted) {
        List<MediaType> types = List.of(MediaType.AUDIO, MediaType.VIDEO).stream()
                .filter(type -> wanted.isEmpty() || wanted.get() == type)
                .toList();
        return KurentoJson.array(types, type -> KurentoJson.complex("MediaLatencyStat")
                .put("name", type == MediaType.AUDIO ? "sink_audio_default" : "sink_video_default")
                .put("type", type.name())
                .put("avg", 0.0));
    }

    private static String stableId(String elementId, String part) {
        return UUID.nameUUIDFromBytes((elementId + part).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0.0;
    }
}
