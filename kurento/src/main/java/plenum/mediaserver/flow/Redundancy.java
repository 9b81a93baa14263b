package plenum.mediaserver.flow;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.RedundantAudio;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.RedundantCodec;

/**
 * Who publishes audio repeats each packet in the next (RFC 2198). A viewer gets the repetitions only while it loses packets; others get the
 * newest block alone, as if nothing had been repeated.
 */
final class Redundancy {
    private static final int NONE = Codec.NONE;
    private static final int NOTEWORTHY_LOSS = 5; // in 256th: two percent
    private static final long LASTING_NANOS = 20_000_000_000L;

    private final ServerClock clock;
    private final int type;
    private int sourceType = NONE;
    private boolean lossy;
    private long lossNanos;

    /** @param viewer what was negotiated with the viewer */
    Redundancy(AgreedMedia viewer, ServerClock clock) {
        this.clock = clock;
        this.type = type(viewer.redundant());
    }

    private static int type(@Nullable RedundantCodec codec) {
        return codec == null ? NONE : codec.payloadType();
    }

    /** Whose packets come from now on. */
    void from(AgreedMedia published) {
        sourceType = type(published.redundant());
    }

    /** @param fraction of the packets that the viewer has lost since its last report, in 256th (RFC 3550 section 6.4.1) */
    void reported(int fraction) {
        if (fraction >= NOTEWORTHY_LOSS) {
            lossy = true;
            lossNanos = clock.nanoTime();
        } else if (lossy && clock.nanoTime() - lossNanos > LASTING_NANOS) {
            lossy = false;
        }
    }

    boolean isIn(RtpPacket packet) {
        return sourceType != NONE && packet.payloadType() == sourceType;
    }

    /**
     * The payload type for packets with their repetitions, or {@link Codec#NONE} while they are left out. A codec whose packets are sent again when
     * they are missed needs none; and what is sent again must be what was sent before.
     */
    int typeFor(Codec codec) {
        return lossy && !codec.feedback().contains("nack") ? type : NONE;
    }

    /** Where the newest block begins in the payload. */
    static int newestBlock(RtpPacket packet) {
        return Math.max(0, RedundantAudio.newestBlock(packet.data(), packet.payloadOffset(), packet.payloadLength()));
    }
}
