package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rtp")
class KeyFramesTest {
    @ParameterizedTest
    @CsvSource({
        "VP8, 10 9002, true", // start of partition 0, P = 0
        "VP8, 10 9102, false", // predicted
        "VP8, 00 9002, false", // goes on with a partition
        "VP8, 11 9002, false", // second partition
        "VP8, 90 80 8001 90, true", // 15-bit picture id
        "VP8, 90 e0 8001 05 20 91, false",
        "VP8, 90 f0 12 05 20 90, true",
        "VP9, 88 8001 00, true", // B, no P, no layers
        "VP9, c8 8001 00, false", // predicted
        "VP9, a8 8001 02, false", // upper spatial layer
        "VP9, 80 8001 00, false", // not the frame's beginning
        "H264, 65 88, false", // IDR: its parameter sets came before
        "H264, 67 42, true", // SPS
        "H264, 61 88, false",
        "H264, 78 0002 67aa 0001 68, true", // STAP-A with SPS
        "H264, 78 0001 09 0002 6742, true", // STAP-A: delimiter, then SPS
        "H264, 7c 87, true", // FU-A, first fragment of an SPS
        "H264, 7c 85, false", // FU-A, first fragment of an IDR
        "H264, 7c 47, false", // FU-A, last fragment
        "AV1, 18 0a, true", // N
        "AV1, 10 0a, false",
        "ALWAYS, 00, true",
    })
    void seesWhereDecodingCanBegin(String codec, String payload, boolean key) {
        byte[] bytes = HexFormat.of().parseHex("806000010000000000000001" + payload.replace(" ", ""));
        RtpPacket packet = new RtpPacket();

        assertThat(packet.wrap(bytes, 0, bytes.length)).isTrue();
        assertThat(KeyFrames.ofCodec(codec).startsIn(packet)).isEqualTo(key);
    }
}
