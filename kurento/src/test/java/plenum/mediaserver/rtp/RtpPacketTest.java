package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rtp")
class RtpPacketTest {
    private static final HexFormat HEX = HexFormat.of();
    private final RtpPacket packet = new RtpPacket();

    private boolean wrap(String hex) {
        byte[] bytes = HEX.parseHex(hex.replace(" ", ""));
        return packet.wrap(bytes, 0, bytes.length);
    }

    @Test
    void readsFixedHeader() {
        assertThat(wrap("80e0 1234 decafbad cafebabe 0102 03")).isTrue();

        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(0x60);
        assertThat(packet.sequenceNumber()).isEqualTo(0x1234);
        assertThat(packet.timestamp()).isEqualTo(0xdecafbad);
        assertThat(packet.ssrc()).isEqualTo(0xcafebabe);
        assertThat(packet.headerLength()).isEqualTo(12);
        assertThat(packet.payloadLength()).isEqualTo(3);
    }

    @Test
    void readsOneByteExtensionsWithPaddingBetween() {
        assertThat(wrap("9060 0001 00000000 00000001 bede0002 10ff 00 31abcd 0000 aa"))
                .isTrue();

        assertThat(packet.findExtension(1)).isZero();
        assertThat(packet.extension16(3)).isEqualTo(0xabcd);
        assertThat(packet.findExtension(2)).isNegative();
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void readsTwoByteExtensions() {
        assertThat(wrap("9060 0001 00000000 00000001 10000002 1002abcd 14000000 aa"))
                .isTrue();

        assertThat(packet.extension16(0x10)).isEqualTo(0xabcd);
        assertThat(packet.extensionLength(packet.findExtension(0x14))).isZero();
    }

    @Test
    void leavesPaddingOutOfThePayload() {
        assertThat(wrap("a060 0001 00000000 00000001 aabb 0002")).isTrue();

        assertThat(packet.payloadLength()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsCutShort() {
        assertThat(wrap("8060 0001")).isFalse();
        assertThat(wrap("4060 0001 00000000 00000001")).isFalse();
        assertThat(wrap("8f60 0001 00000000 00000001")).isFalse();
        assertThat(wrap("9060 0001 00000000 00000001 bede00ff")).isFalse();
        assertThat(wrap("a060 0001 00000000 00000001 aaff")).isFalse();
    }

    @Test
    void writesWhatItReads() {
        RtpWriter writer = new RtpWriter(200);
        writer.begin(96, true, 77, 1234, 5678);
        writer.extension24(3, 0x010203);
        writer.extension16(5, 0xbeef);
        writer.endHeader();
        writer.payload(new byte[] {9, 8, 7}, 0, 3);

        assertThat(packet.wrap(writer.buffer(), 0, writer.length())).isTrue();
        assertThat(packet.extension16(5)).isEqualTo(0xbeef);
        assertThat(packet.extensionLength(packet.findExtension(3))).isEqualTo(3);
        assertThat(packet.payloadLength()).isEqualTo(3);
        assertThat(packet.sequenceNumber()).isEqualTo(77);
    }

    @Test
    void survivesAnything() {
        Random random = new Random(7);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && i % 2 == 0) {
                bytes[0] = (byte) (0x80 | bytes[0] & 0x3F);
            }
            assertThatCode(() -> {
                        if (packet.wrap(bytes, 0, bytes.length)) {
                            for (KeyFrames codec : KeyFrames.values()) {
                                codec.startsIn(packet);
                            }
                        }
                    })
                    .doesNotThrowAnyException();
        }
    }
}
