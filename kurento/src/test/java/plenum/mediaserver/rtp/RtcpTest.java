package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("rtp")
class RtcpTest {
    private static final int LOST = Rtcp.TransportFeedback.LOST;
    private final RtcpWriter writer = new RtcpWriter(1400);

    static Stream<Rtcp> packets() {
        var block = new Rtcp.ReportBlock(0xCAFEBABE, 12, -3, 0x10002, 55, 0x11223344, 99);
        return Stream.of(
                new Rtcp.SenderReport(1, 0x1122334455667788L, 0xF0000000, 7, 8, List.of(block, block)),
                new Rtcp.ReceiverReport(2, List.of()),
                new Rtcp.ReceiverReport(2, List.of(block)),
                new Rtcp.SourceDescription(3, "someone"),
                new Rtcp.Bye(List.of(4, 5)),
                new Rtcp.Nack(6, 7, List.of(65_534, 65_535, 0, 14, 15, 400)),
                new Rtcp.PictureLoss(8, 9),
                new Rtcp.FullIntraRequest(10, 11, 200),
                new Rtcp.Remb(12, 1_000_000, List.of(13, 14)),
                new Rtcp.TransportFeedback(
                        15, 16, 65_530, 0x123456, 17, List.of(0, 3, LOST, 300, 299, LOST, LOST, 310)),
                new Rtcp.TransportFeedback(
                        1, 1, 0, 0, 0, IntStream.range(0, 100).boxed().toList()));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void readsWhatItWrites(Rtcp packet) {
        writer.begin();

        assertThat(writer.append(packet)).isTrue();
        assertThat(writer.length() % 4).isZero();
        assertThat(RtcpReader.read(writer.buffer(), 0, writer.length())).containsExactly(packet);
    }

    @Test
    void readsCompounds() {
        writer.begin();
        packets().forEach(packet -> assertThat(writer.append(packet)).isTrue());

        assertThat(RtcpReader.read(writer.buffer(), 0, writer.length()))
                .containsExactlyElementsOf(packets().toList());
    }

    @Test
    void readsRunLengthAndOneBitChunks() {
        // base 5, 17 packets: run of 3 small deltas, then 14 one-bit symbols of which the first is received
        byte[] bytes = HexFormat.of()
                .parseHex("8fcd0006" + "00000001" + "00000002" + "00050011" + "00000a00" + "2003a000" + "04040408");

        var feedback =
                (Rtcp.TransportFeedback) RtcpReader.read(bytes, 0, bytes.length).getFirst();

        assertThat(feedback.baseSequence()).isEqualTo(5);
        assertThat(feedback.referenceTime()).isEqualTo(10);
        assertThat(feedback.arrivals()).startsWith(4, 8, 12, 20, LOST).hasSize(17);
    }

    @Test
    void leavesOutWhatDoesNotFit() {
        RtcpWriter small = new RtcpWriter(16);
        small.begin();

        assertThat(small.append(new Rtcp.PictureLoss(1, 2))).isTrue();
        assertThat(small.append(new Rtcp.PictureLoss(1, 2))).isFalse();
        assertThat(small.length()).isEqualTo(12);
    }

    @Test
    void survivesAnything() {
        Random random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (bytes.length > 4) {
                bytes[0] = (byte) (0x80 | bytes[0] & 0x3F);
                bytes[1] = (byte) (200 + random.nextInt(8));
                bytes[2] = 0;
                bytes[3] = (byte) random.nextInt(bytes.length / 4 + 1);
            }
            assertThatCode(() -> RtcpReader.read(bytes, 0, bytes.length)).doesNotThrowAnyException();
        }
    }
}
