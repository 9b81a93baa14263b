package plenum.mediaserver.payload;

import plenum.mediaserver.sdp.Codec;

/** VP8 (RFC 7741 section 4.2): the shortest descriptor, which says where a frame begins. */
final class Vp8Packetizer extends Packetizer {
    private static final byte START = 0x10;

    Vp8Packetizer(Codec codec) {
        super(codec);
    }

    @Override
    public void packetize(byte[] frame, boolean key, PacketSink sink) {
        cut(frame, 0, frame.length, (first, last) -> new byte[] {first ? START : 0}, sink, true);
    }
}
