package plenum.mediaserver.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.flow.Ends;
import plenum.mediaserver.flow.Layer;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.PublisherSide;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtpPacket;
import plenum.mediaserver.rtp.RtpWriter;
import plenum.mediaserver.sdp.Codec;

/** What a publisher takes for the way to us, by the reports that it gets. */
@Tag("webrtc")
class ReportsTest {
    private static final Codec VP8 = new Codec(96, "VP8", 90_000, 1, "", List.of("nack", "nack pli"), 97);
    private static final Codec OPUS = new Codec(111, "opus", 48_000, 2, "", List.of(), Codec.NONE);
    private static final int PICTURE = 7;
    private static final int SOUND = 8;
    private static final long MS = 1_000_000L;
    private static final int FRAMES_PER_SECOND = 50;
    private static final int REPETITION_FRAMES = 10;

    private long now = 5_000 * MS;
    private final ServerClock clock = new ServerClock(() -> now, 0);
    private final PublisherSide side = Ends.publisher(clock, request -> {});
    private final Publication camera = new Publication(MediaKind.VIDEO, side);
    private final Publication microphone = new Publication(MediaKind.AUDIO, side);
    private final Reports reports = new Reports("server", 1, List.of(camera, microphone), List.of());
    private int frame;

    /** A second of pictures and sound, of which every {@code lostEach}th picture comes only when it is repeated; 0 for none. */
    private List<Rtcp.ReportBlock> second(int lostEach) {
        Deque<Integer> repeated = new ArrayDeque<>();
        for (int i = 0; i < FRAMES_PER_SECOND; i++) {
            frame++;
            boolean loses = lostEach > 0 && frame % lostEach == 0;
            if (loses) {
                repeated.add(frame);
            } else {
                receive(camera, VP8, PICTURE, frame);
            }
            receive(microphone, OPUS, SOUND, frame);
            if (!repeated.isEmpty() && frame - repeated.peek() > REPETITION_FRAMES) {
                receive(camera, VP8, PICTURE, repeated.remove());
            }
            now += 20 * MS;
            camera.poll(now);
        }
        repeated.forEach(late -> receive(camera, VP8, PICTURE, late));
        camera.onSenderReport(new Rtcp.SenderReport(PICTURE, clock.ntp(), 0, 0, 0, List.of()));
        microphone.onSenderReport(new Rtcp.SenderReport(SOUND, clock.ntp(), 0, 0, 0, List.of()));
        now += 300 * MS;
        Rtcp report = reports.compose(0).getFirst();
        assertThat(report).isInstanceOf(Rtcp.ReceiverReport.class);
        return ((Rtcp.ReceiverReport) report).blocks();
    }

    private void receive(Publication publication, Codec codec, int ssrc, int sequence) {
        RtpWriter writer = new RtpWriter(100);
        writer.begin(codec.payloadType(), true, sequence, sequence * codec.clockRate() / FRAMES_PER_SECOND, ssrc);
        writer.endHeader();
        writer.payload(new byte[] {0x10, 1, 0, 0}, 0, 4);
        RtpPacket packet = new RtpPacket();
        assertThat(packet.wrap(writer.buffer(), 0, writer.length())).isTrue();
        Layer layer = publication.layerOf(packet, false);
        assertThat(layer).isNotNull();
        layer.receive(packet, codec, now);
    }

    /** As the publisher reckons it: since its own report, less the time that it lay here. */
    private double roundTripMillis(Rtcp.ReportBlock block) {
        int ticks = NtpTime.compact(clock.ntp()) - block.lastSenderReport() - block.delaySinceLastSenderReport();
        return ticks * 1_000.0 / 65_536;
    }

    @Test
    void isAsFarAsItIsWhereLittleIsLost() {
        List<Rtcp.ReportBlock> blocks = second(0);

        assertThat(blocks).extracting(Rtcp.ReportBlock::ssrc).containsExactly(PICTURE, SOUND);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(roundTripMillis(block)).isBetween(-1.0, 1.0));
    }

    @Test
    void seemsNearerWhereMuchIsLostUntilItHasBeenWellForAWhile() {
        second(10);
        List<Rtcp.ReportBlock> lossy = second(10);

        assertThat(lossy).hasSize(2).allSatisfy(block -> assertThat(roundTripMillis(block))
                .as("by three fifths of some 180 ms")
                .isBetween(-120.0, -100.0));

        List<Rtcp.ReportBlock> well = lossy;
        for (int i = 0; i < 23; i++) {
            well = second(0);
        }
        assertThat(well).allSatisfy(block -> assertThat(roundTripMillis(block)).isBetween(-1.0, 1.0));
    }

    @Test
    void saysNothingOfTheWayBeforeThePublisherHasReported() {
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 0) {
                receive(camera, VP8, PICTURE, i);
            }
            now += 20 * MS;
        }

        Rtcp.ReceiverReport report = (Rtcp.ReceiverReport) reports.compose(0).getFirst();
        assertThat(report.blocks()).singleElement().satisfies(block -> {
            assertThat(block.lastSenderReport()).isZero();
            assertThat(block.delaySinceLastSenderReport()).isZero();
        });
    }
}
