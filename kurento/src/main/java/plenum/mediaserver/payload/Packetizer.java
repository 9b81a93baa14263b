package plenum.mediaserver.payload;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.mediaserver.sdp.Codec;

/** Makes the payloads of packets of the frames of one track, as containers hold them. */
public abstract class Packetizer {
    /** Bytes of a frame in one packet: with all headers it goes through every network. */
    static final int MOST = 1_150;

    private final Codec codec;

    Packetizer(Codec codec) {
        this.codec = codec;
    }

    /** For a track of a file; empty for a codec that browsers do not have. */
    public static Optional<Packetizer> of(TrackFormat format) {
        return switch (format.codecId()) {
            case "V_VP8" -> Optional.of(new Vp8Packetizer(video(96, "VP8", "")));
            case "V_VP9" -> Optional.of(new Vp9Packetizer(video(97, "VP9", "profile-id=0")));
            case "V_AV1" -> Optional.of(new Av1Packetizer(video(98, "AV1", "")));
            case "V_MPEG4/ISO/AVC" ->
                H264Packetizer.lengthSize(format.codecPrivate()) == 4
                        ? Optional.of(new H264Packetizer(h264(format.codecPrivate()), format.codecPrivate()))
                        : Optional.empty();
            case "A_OPUS" -> Optional.of(new AudioPacketizer(audio(111, "opus", 48_000, 2)));
            case "A_MS/ACM" -> wave(format);
            default -> Optional.empty();
        };
    }

    private static Optional<Packetizer> wave(TrackFormat format) {
        int tag = format.codecPrivate().length == 0 ? 0 : format.codecPrivate()[0];
        return switch (tag) {
            case 6 -> Optional.of(new AudioPacketizer(audio(8, "PCMA", 8_000, 1)));
            case 7 -> Optional.of(new AudioPacketizer(audio(0, "PCMU", 8_000, 1)));
            default -> Optional.empty();
        };
    }

    private static Codec video(int payloadType, String name, String parameters) {
        return new Codec(payloadType, name, 90_000, 1, parameters, List.of("nack pli"), Codec.NONE);
    }

    private static Codec h264(byte[] configuration) {
        String profile = String.format("%02x%02x%02x", configuration[1], configuration[2], configuration[3]);
        return video(99, "H264", "packetization-mode=1;level-asymmetry-allowed=1;profile-level-id=" + profile);
    }

    private static Codec audio(int payloadType, String name, int clockRate, int channels) {
        return new Codec(payloadType, name, clockRate, channels, "", List.of(), Codec.NONE);
    }

    /** The format of the frames. */
    public final Codec codec() {
        return codec;
    }

    /** Hands the frame's payloads on. */
    public abstract void packetize(byte[] frame, boolean key, PacketSink sink);

    /** Cuts a part of a frame into equal pieces, each behind a header. */
    static void cut(byte[] data, int from, int to, Headers headers, PacketSink sink, boolean endsFrame) {
        int length = to - from;
        int pieces = Math.max(1, (length + MOST - 1) / MOST);
        for (int i = 0; i < pieces; i++) {
            int begin = from + (int) ((long) length * i / pieces);
            int end = from + (int) ((long) length * (i + 1) / pieces);
            byte[] header = headers.of(i == 0, i == pieces - 1);
            byte[] payload = Arrays.copyOf(header, header.length + end - begin);
            System.arraycopy(data, begin, payload, header.length, end - begin);
            sink.payload(payload, endsFrame && i == pieces - 1);
        }
    }

    /** The header before a piece. */
    interface Headers {
        byte[] of(boolean first, boolean last);
    }
}
