package plenum.mediaserver.payload;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.sdp.Codec;

/** Makes frames of the packets of one source, which it is given in order; what a gap has damaged is left out. */
public abstract class Depacketizer {
    private final Codec codec;
    private final FrameSink sink;

    Depacketizer(Codec codec, FrameSink sink) {
        this.codec = codec;
        this.sink = sink;
    }

    /** For a codec; throws for one that no container is known for. */
    public static Depacketizer of(Codec codec, FrameSink sink) {
        return switch (codec.name().toUpperCase(Locale.ROOT)) {
            case "VP8" -> new Vp8Depacketizer(codec, sink);
            case "VP9" -> new Vp9Depacketizer(codec, sink);
            case "H264" -> new H264Depacketizer(codec, sink);
            case "AV1" -> new Av1Depacketizer(codec, sink);
            default -> new AudioDepacketizer(codec, sink);
        };
    }

    /** The packet that follows the one before, or a gap. */
    public abstract void take(MediaPacket packet);

    /** Packets are missing here: a frame that has begun is given up. */
    public abstract void gap();

    /** The format for the container, or null before it is known. */
    public abstract @Nullable TrackFormat format();

    final Codec codec() {
        return codec;
    }

    final void emit(int timestamp, boolean key, byte[] data) {
        sink.frame(timestamp, key, data);
    }
}
