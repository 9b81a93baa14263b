package plenum.mediaserver.payload;

import java.util.Arrays;
import plenum.mediaserver.rtp.RtpPacket;

/**
 * A copy of what a packet carries, which outlives its layer's ring.
 *
 * @param sequence the extended sequence number
 * @param startsKeyFrame whether decoding can begin here
 */
public record MediaPacket(long sequence, int timestamp, boolean marker, boolean startsKeyFrame, byte[] payload) {
    /** Copies what is behind the header, from the {@code skipped}-th byte on. */
    public static MediaPacket copyOf(RtpPacket packet, long sequence, boolean startsKeyFrame, int skipped) {
        int from = packet.payloadOffset() + skipped;
        byte[] payload = Arrays.copyOfRange(packet.data(), from, packet.payloadOffset() + packet.payloadLength());
        return new MediaPacket(sequence, packet.timestamp(), packet.marker(), startsKeyFrame, payload);
    }
}
