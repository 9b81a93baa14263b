package plenum.mediaserver;

import java.util.List;
import java.util.Map;
import plenum.mediaserver.flow.Ends;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.PacketSource;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.flow.Subscription;
import plenum.mediaserver.flow.Taker;
import plenum.mediaserver.flow.Wish;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;

/** A publisher that sends what a test tells it to: key frames of VP8 that show nothing, or sound of Opus that is silence. */
public final class FakeSource implements PacketSource {
    private static final Codec VP8 = new Codec(96, "VP8", 90_000, 1, "", List.of("nack"), Codec.NONE);
    private static final Codec OPUS = new Codec(111, "opus", 48_000, 2, "", List.of(), Codec.NONE);
    private static final byte[] KEY_FRAME = {0x10, 0, 0, 0, (byte) 0x9D, 1, 0x2A, 64, 0, 32, 0};
    private static final byte[] SILENCE = {(byte) 0xF8, (byte) 0xFF, (byte) 0xFE};

    private final MediaKind kind;
    private final Codec codec;
    private final Publication publication;
    private final ServerClock clock = new ServerClock(System::nanoTime, 0);
    private final RtpWriter writer = new RtpWriter(200);
    private final RtpPacket packet = new RtpPacket();
    private int sequence = 65_000;
    private int timestamp;

    public FakeSource(MediaKind kind) {
        this.kind = kind;
        this.codec = kind == MediaKind.VIDEO ? VP8 : OPUS;
        this.publication = new Publication(kind, Ends.publisher(clock, asked -> {}));
        publication.agreed(new AgreedMedia(
                0,
                "m",
                kind == MediaKind.VIDEO ? "video" : "audio",
                false,
                true,
                List.of(codec),
                null,
                Map.of(),
                false,
                List.of()));
    }

    /** Sends 20 ms of it, on the loop of those who take it. */
    public void send() {
        byte[] payload = kind == MediaKind.VIDEO ? KEY_FRAME : SILENCE;
        writer.begin(codec.payloadType(), kind == MediaKind.VIDEO, sequence++ & 0xFFFF, timestamp, 7);
        writer.endHeader();
        writer.payload(payload, 0, payload.length);
        timestamp += codec.clockRate() / 50;
        if (packet.wrap(writer.buffer(), 0, writer.length())) {
            publication.layerOf(packet, false).receive(packet, codec, clock.nanoTime());
        }
    }

    @Override
    public MediaKind kind() {
        return kind;
    }

    @Override
    public Subscription subscribe(Taker taker, Wish wish) {
        return publication.subscribe(taker, wish);
    }
}
