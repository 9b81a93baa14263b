package plenum.mediaserver.payload;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import plenum.mediaserver.sdp.Codec;

/**
 * How a container describes a track (Matroska codec mappings; RFC 7845 for Opus, RFC 9559 for the container).
 *
 * @param codecId as Matroska calls it
 * @param codecPrivate what decoders need before the first frame, empty for nothing
 * @param width in pixels, 0 for audio
 * @param clockRate samples a second of audio
 */
public record TrackFormat(String codecId, byte[] codecPrivate, int width, int height, int clockRate, int channels) {
    private static final byte[] NOTHING = {};
    private static final int WAVE_MULAW = 7;
    private static final int WAVE_ALAW = 6;

    /** Whether pictures are described, not sound. */
    public boolean isVideo() {
        return codecId.startsWith("V_");
    }

    static TrackFormat video(String codecId, byte[] codecPrivate, int width, int height) {
        return new TrackFormat(codecId, codecPrivate, width, height, 0, 0);
    }

    static TrackFormat audio(Codec codec) {
        return switch (codec.name().toUpperCase(Locale.ROOT)) {
            case "PCMU" -> wave(codec, WAVE_MULAW);
            case "PCMA" -> wave(codec, WAVE_ALAW);
            default -> new TrackFormat("A_OPUS", opusHead(codec), 0, 0, codec.clockRate(), codec.channels());
        };
    }

    /**
     * What a codec that describes itself in its frames is called before the first of them has come, for a track that is announced and may stay
     * empty.
     */
    public static TrackFormat announced(boolean video) {
        return video
                ? video("V_VP8", NOTHING, 640, 360)
                : audio(new Codec(111, "opus", 48_000, 2, "", List.of(), Codec.NONE));
    }

    /** RFC 7845 section 5.1; nothing is to be skipped, because nothing was encoded for the file. */
    private static byte[] opusHead(Codec codec) {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) codec.channels())
                .putShort((short) 0)
                .putInt(codec.clockRate())
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    /** A WAVEFORMATEX structure. */
    private static TrackFormat wave(Codec codec, int tag) {
        byte[] format = ByteBuffer.allocate(18)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) tag)
                .putShort((short) codec.channels())
                .putInt(codec.clockRate())
                .putInt(codec.clockRate() * codec.channels())
                .putShort((short) codec.channels())
                .putShort((short) 8)
                .putShort((short) 0)
                .array();
        return new TrackFormat("A_MS/ACM", format, 0, 0, codec.clockRate(), codec.channels());
    }
}
