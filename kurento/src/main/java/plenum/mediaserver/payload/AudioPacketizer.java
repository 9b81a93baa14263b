package plenum.mediaserver.payload;

import plenum.mediaserver.sdp.Codec;

/** One frame, one packet; none is the last of a picture. */
final class AudioPacketizer extends Packetizer {
    AudioPacketizer(Codec codec) {
        super(codec);
    }

    @Override
    public void packetize(byte[] frame, boolean key, PacketSink sink) {
        sink.payload(frame, false);
    }
}
