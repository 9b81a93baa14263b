package plenum.mediaserver.sdp;

/**
 * The payload type under which one peer has packets that repeat earlier audio (RFC 2198).
 *
 * @param carried the codec of the blocks in them
 */
public record RedundantCodec(int payloadType, Codec carried) {
    String rtpmap() {
        return payloadType + " red/" + carried.clockRate() + (carried.channels() > 1 ? "/" + carried.channels() : "");
    }

    /** Newest and copy are of the same codec (RFC 2198 section 5). */
    String parameters() {
        return carried.payloadType() + "/" + carried.payloadType();
    }
}
