package plenum.mediaserver.flow;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.RedundantAudio;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.RedundantCodec;

/**
 * Handles redundant audio (RFC 2198), in which a publisher repeats each packet in the next. A viewer gets the repetitions only while it
 * loses packets; other viewers get the newest block alone.
 */
final class Redundancy {
    private static final int NONE = Codec.NONE;

    private final Lossiness losses;
    private final int type;
    private int sourceType = NONE;

    /** @param viewer what was negotiated with the viewer */
    Redundancy(AgreedMedia viewer, Lossiness losses) {
        this.losses = losses;
        this.type = type(viewer.redundant());
    }

    private static int type(@Nullable RedundantCodec codec) {
        return codec == null ? NONE : codec.payloadType();
    }

    /** Sets the source of the next packets. */
    void from(AgreedMedia published) {
        sourceType = type(published.redundant());
    }

    boolean isIn(RtpPacket packet) {
        return sourceType != NONE && packet.payloadType() == sourceType;
    }

    /**
     * The payload type for packets with their repetitions, or {@link Codec#NONE} while they are left out. A codec whose packets are sent again when
     * they are missed needs none; and what is sent again must be what was sent before.
     */
    int typeFor(Codec codec) {
        return losses.isLossy() && !codec.feedback().contains("nack") ? type : NONE;
    }

    /** How many bytes at the beginning of the payload repeat what came before. */
    int copiesIn(RtpPacket packet) {
        return isIn(packet) ? newestBlock(packet) : 0;
    }

    /** Where the newest block begins in the payload of redundant audio. */
    static int newestBlock(RtpPacket packet) {
        return Math.max(0, RedundantAudio.newestBlock(packet.data(), packet.payloadOffset(), packet.payloadLength()));
    }
}
