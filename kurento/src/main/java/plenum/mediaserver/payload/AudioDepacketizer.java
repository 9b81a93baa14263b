package plenum.mediaserver.payload;

import plenum.mediaserver.sdp.Codec;

/** Audio whose packets hold one frame each: Opus (RFC 7587) and G.711 (RFC 3551). */
final class AudioDepacketizer extends Depacketizer {
    private final TrackFormat format;

    AudioDepacketizer(Codec codec, FrameSink sink) {
        super(codec, sink);
        format = TrackFormat.audio(codec);
    }

    @Override
    public void take(MediaPacket packet) {
        if (packet.payload().length > 0) {
            emit(packet.timestamp(), true, packet.payload());
        }
    }

    @Override
    public void gap() {
        // each packet stands for itself
    }

    @Override
    public TrackFormat format() {
        return format;
    }
}
