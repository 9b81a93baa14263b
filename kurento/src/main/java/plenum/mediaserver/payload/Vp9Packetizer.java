package plenum.mediaserver.payload;

import plenum.mediaserver.sdp.Codec;

/** VP9 (RFC 9628 section 4.2): one layer, with picture numbers. */
final class Vp9Packetizer extends Packetizer {
    private static final int PICTURE_ID = 0x80;
    private static final int PREDICTED = 0x40;
    private static final int BEGINS = 0x08;
    private static final int ENDS = 0x04;

    private int picture;

    Vp9Packetizer(Codec codec) {
        super(codec);
    }

    @Override
    public void packetize(byte[] frame, boolean key, PacketSink sink) {
        picture = picture + 1 & 0x7FFF;
        int flags = PICTURE_ID | (key ? 0 : PREDICTED);
        cut(
                frame,
                0,
                frame.length,
                (first, last) -> new byte[] {
                    (byte) (flags | (first ? BEGINS : 0) | (last ? ENDS : 0)),
                    (byte) (0x80 | picture >> 8),
                    (byte) picture
                },
                sink,
                true);
    }
}
