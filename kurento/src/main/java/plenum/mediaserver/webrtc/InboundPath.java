package plenum.mediaserver.webrtc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.TransportFeedbackGenerator;
import plenum.mediaserver.rtp.RedundantAudio;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.HeaderExtension;
import plenum.mediaserver.sdp.RedundantCodec;

/**
 * The inbound path of a peer's decrypted packets into its publications, from top to bottom in {@link #receive}: parse, record the arrival
 * for congestion feedback, find the stream by payload type and its layer by SSRC, restore a retransmission, forward.
 */
final class InboundPath {
    private static final int PAYLOAD_TYPES = 128;
    private static final int OSN =
            2; // the original sequence number before a retransmitted payload (RFC 4588 section 4)

    /** Where packets of one payload type go, and what is in them: a codec's own packets, or again what came before. */
    private record Stream(MediaKind kind, Codec codec, Content content, Publication publication) {
        boolean is(Content other) {
            return content == other;
        }
    }

    private enum Content {
        ORIGINAL,
        RETRANSMISSION,
        REDUNDANT
    }

    private final RtpPacket packet = new RtpPacket();
    private final @Nullable Stream[] streams = new @Nullable Stream[PAYLOAD_TYPES];
    private final Map<MediaKind, Publication> publications;
    private final TransportFeedbackGenerator feedback;
    private final FlowMonitor monitor;
    private int transportSequenceId;
    private boolean congestionFeedback;

    InboundPath(Map<MediaKind, Publication> publications, TransportFeedbackGenerator feedback, FlowMonitor monitor) {
        this.publications = publications;
        this.feedback = feedback;
        this.monitor = monitor;
    }

    /** Takes packets of this section's payload types from now on. */
    void agreed(MediaKind kind, AgreedMedia media) {
        Publication publication = publications.get(kind);
        if (publication == null) {
            return;
        }
        publication.agreed(media);
        for (Codec codec : media.codecs()) {
            streams[codec.payloadType()] = new Stream(kind, codec, Content.ORIGINAL, publication);
            if (codec.retransmissionType() != Codec.NONE) {
                streams[codec.retransmissionType()] = new Stream(kind, codec, Content.RETRANSMISSION, publication);
            }
        }
        RedundantCodec redundant = media.redundant();
        if (redundant != null) {
            streams[redundant.payloadType()] = new Stream(kind, redundant.carried(), Content.REDUNDANT, publication);
        }
        int id = media.extensionId(HeaderExtension.TRANSPORT_SEQUENCE);
        transportSequenceId = id == 0 ? transportSequenceId : id;
        congestionFeedback |= id != 0 && media.feedback("transport-cc");
    }

    /** Whether the publisher's estimator lives on transport-wide feedback. */
    boolean sendsCongestionFeedback() {
        return congestionFeedback;
    }

    void receive(byte[] data, int length, long nowNanos) {
        if (!packet.wrap(data, 0, length)) {
            return;
        }
        noteArrival(nowNanos);
        Stream stream = streams[packet.payloadType()];
        boolean again = stream != null && stream.is(Content.RETRANSMISSION);
        Layer layer = stream == null ? null : stream.publication.layerOf(packet, again);
        if (stream == null || layer == null || again && !restore(stream, layer, length)) {
            return;
        }
        if (stream.is(Content.REDUNDANT) && !hasNewestBlock()) {
            return;
        }
        monitor.received(stream.kind);
        layer.receive(packet, stream.codec, nowNanos);
    }

    private boolean hasNewestBlock() {
        return RedundantAudio.newestBlock(packet.data(), packet.payloadOffset(), packet.payloadLength())
                != RedundantAudio.NONE;
    }

    private void noteArrival(long nowNanos) {
        int sequence = congestionFeedback ? packet.extension16(transportSequenceId) : -1;
        if (sequence >= 0) {
            feedback.received(sequence, nowNanos);
        }
    }

    /** Makes the original packet of a retransmission, in place: its header moves over the two bytes that name its number. */
    private boolean restore(Stream stream, Layer layer, int length) {
        int header = packet.headerLength();
        if (packet.payloadLength() < OSN || layer.ssrc() == 0) {
            return false; // padding that probes for bandwidth, or nothing to repair yet
        }
        byte[] data = packet.data();
        byte high = data[packet.payloadOffset()];
        byte low = data[packet.payloadOffset() + 1];
        System.arraycopy(data, 0, data, OSN, header);
        int ssrc = layer.ssrc();
        data[OSN + 1] = (byte) (data[OSN + 1] & 0x80 | stream.codec.payloadType());
        data[OSN + 2] = high;
        data[OSN + 3] = low;
        for (int i = 0; i < Integer.BYTES; i++) {
            data[OSN + 8 + i] = (byte) (ssrc >> 24 - 8 * i);
        }
        return packet.wrap(data, OSN, length - OSN);
    }
}
