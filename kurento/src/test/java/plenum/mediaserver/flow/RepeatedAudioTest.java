package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.AgreedMedia;
import plenum.mediaserver.sdp.Codec;
import plenum.mediaserver.sdp.RedundantCodec;

/** A publisher repeats its audio; viewers who lose nothing, and those who cannot read that, get each packet once. */
@Tag("flow")
class RepeatedAudioTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final Codec PUBLISHED = opus(111, List.of());
    private static final int PUBLISHED_RED = 63;
    private static final int VIEWERS_RED = 120;
    private static final String REPEATED = "ef0f00026f0102aabb";
    private static final String AS_VIEWER_NAMES_IT = "e00f0002600102aabb";
    private static final int MUCH = 26; // 10 %
    private static final long SECOND_NANOS = 1_000_000_000L;

    private record Sent(int type, String payload) {}

    private final List<Sent> sent = new ArrayList<>();
    private long now = SECOND_NANOS;
    private final ServerClock clock = new ServerClock(() -> now, 0);
    private int sequence;

    private static Codec opus(int type, List<String> feedback) {
        return new Codec(type, "opus", 48_000, 2, "", feedback, Codec.NONE);
    }

    private static AgreedMedia section(boolean sends, Codec codec, @Nullable RedundantCodec redundant) {
        return new AgreedMedia(0, "a", "audio", sends, !sends, List.of(codec), redundant, Map.of(), false, List.of());
    }

    private final Publication publication = new Publication(MediaKind.AUDIO, Ends.publisher(clock, message -> {
        throw new AssertionError("nothing to ask for: " + message);
    }));

    private ViewerStream viewer(Codec codec, @Nullable RedundantCodec redundant) {
        publication.agreed(section(false, PUBLISHED, new RedundantCodec(PUBLISHED_RED, PUBLISHED)));
        ViewerStream stream = Ends.viewer(section(true, codec, redundant), new StreamIds(77, 78, 1), clock, this::note);
        stream.receiveFrom(publication);
        return stream;
    }

    private void note(RtpPacket packet) {
        int from = packet.payloadOffset();
        byte[] payload = Arrays.copyOfRange(packet.data(), from, from + packet.payloadLength());
        sent.add(new Sent(packet.payloadType(), HEX.formatHex(payload)));
    }

    private void publish(int type, String payload) {
        RtpWriter writer = new RtpWriter(200);
        writer.begin(type, false, sequence, sequence * 960, 7);
        writer.endHeader();
        byte[] bytes = HEX.parseHex(payload);
        writer.payload(bytes, 0, bytes.length);
        RtpPacket packet = new RtpPacket();
        assertThat(packet.wrap(writer.buffer(), 0, writer.length())).isTrue();
        sequence++;
        now += 20_000_000;
        Layer layer = publication.layerOf(packet, false);
        assertThat(layer).isNotNull();
        layer.receive(packet, PUBLISHED, now);
    }

    private static Rtcp.ReportBlock loss(int fraction) {
        return new Rtcp.ReportBlock(77, fraction, 0, 0, 0, 0, 0);
    }

    @Test
    void whoLosesNothingGetsEachPacketOnce() {
        Codec codec = opus(96, List.of());
        viewer(codec, new RedundantCodec(VIEWERS_RED, codec));

        publish(PUBLISHED_RED, REPEATED);
        publish(PUBLISHED.payloadType(), "cc");

        assertThat(sent).containsExactly(new Sent(96, "aabb"), new Sent(96, "cc"));
    }

    @Test
    void whoLosesPacketsGetsThemTwiceUntilAllIsWellForAWhile() {
        Codec codec = opus(96, List.of());
        ViewerStream viewer = viewer(codec, new RedundantCodec(VIEWERS_RED, codec));

        viewer.onReportBlock(loss(MUCH));
        publish(PUBLISHED_RED, REPEATED);
        now += 5 * SECOND_NANOS;
        viewer.onReportBlock(loss(0));
        publish(PUBLISHED_RED, REPEATED);
        now += 20 * SECOND_NANOS;
        viewer.onReportBlock(loss(0));
        publish(PUBLISHED_RED, REPEATED);

        assertThat(sent)
                .containsExactly(
                        new Sent(VIEWERS_RED, AS_VIEWER_NAMES_IT),
                        new Sent(VIEWERS_RED, AS_VIEWER_NAMES_IT),
                        new Sent(96, "aabb"));
    }

    @Test
    void whoCannotReadRepetitionsGetsNone() {
        ViewerStream viewer = viewer(opus(109, List.of()), null);

        viewer.onReportBlock(loss(MUCH));
        publish(PUBLISHED_RED, REPEATED);

        assertThat(sent).containsExactly(new Sent(109, "aabb"));
    }

    /** What is sent again without RTX must be the same to the byte. */
    @Test
    void whoAsksForWhatIsMissingGetsNone() {
        Codec codec = opus(96, List.of("nack"));
        ViewerStream viewer = viewer(codec, new RedundantCodec(VIEWERS_RED, codec));

        publish(PUBLISHED_RED, REPEATED);
        viewer.onReportBlock(loss(MUCH));
        publish(PUBLISHED_RED, REPEATED);

        assertThat(sent).containsExactly(new Sent(96, "aabb"), new Sent(96, "aabb"));
    }
}
