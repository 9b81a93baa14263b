package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rtp")
class Vp8DescriptorTest {
    /** X, S; I, L and T; 15 bits of picture id; the frame tag of a key frame, its start code, 640 x 360. */
    private static final byte[] KEY_FRAME = HexFormat.of().parseHex("90e0f123" + "4520" + "501a009d012a80026801");

    private final Vp8Descriptor descriptor = new Vp8Descriptor();

    private void read(String hex) {
        byte[] payload = HexFormat.of().parseHex(hex);
        descriptor.read(payload, 0, payload.length);
    }

    @Test
    void readsAKeyFrame() {
        descriptor.read(KEY_FRAME, 0, KEY_FRAME.length);

        assertThat(descriptor.pictureId()).isEqualTo(0x7123);
        assertThat(descriptor.baseIndex()).isEqualTo(0x45);
        assertThat(descriptor.temporalLayer()).isZero();
        assertThat(descriptor.synchronises()).isTrue();
        assertThat(descriptor.width()).isEqualTo(640);
        assertThat(descriptor.height()).isEqualTo(360);
    }

    @Test
    void readsTheTemporalLayersOfOtherFrames() {
        read("90e08001" + "0780" + "01");
        assertThat(descriptor.pictureId()).isEqualTo(1);
        assertThat(descriptor.baseIndex()).isEqualTo(7);
        assertThat(descriptor.temporalLayer()).isEqualTo(2);
        assertThat(descriptor.synchronises()).isFalse();
        assertThat(descriptor.width()).isZero();

        read("90a07f" + "6001");
        assertThat(descriptor.pictureId()).isEqualTo(0x7F);
        assertThat(descriptor.baseIndex()).isEqualTo(Vp8Descriptor.NONE);
        assertThat(descriptor.temporalLayer()).isEqualTo(1);
        assertThat(descriptor.synchronises()).isTrue();
    }

    @Test
    void forgetsWhatThePacketBeforeHad() {
        descriptor.read(KEY_FRAME, 0, KEY_FRAME.length);
        read("1001");

        assertThat(descriptor.pictureId()).isEqualTo(Vp8Descriptor.NONE);
        assertThat(descriptor.baseIndex()).isEqualTo(Vp8Descriptor.NONE);
        assertThat(descriptor.width()).isZero();
    }

    @Test
    void writesOtherNumbersInTheirWidth() {
        byte[] payload = KEY_FRAME.clone();
        Vp8Descriptor.renumber(payload, 0, payload.length, 0x0005, 0xFF);
        assertThat(HexFormat.of().formatHex(payload, 0, 6)).isEqualTo("90e08005ff20");

        byte[] narrow = HexFormat.of().parseHex("90a07f6001");
        Vp8Descriptor.renumber(narrow, 0, narrow.length, 0x0181, 0xFF);
        assertThat(HexFormat.of().formatHex(narrow)).isEqualTo("90a0016001");

        byte[] plain = HexFormat.of().parseHex("1001");
        Vp8Descriptor.renumber(plain, 0, plain.length, 1, 1);
        assertThat(HexFormat.of().formatHex(plain)).isEqualTo("1001");
    }

    @Test
    void staysWithinWhatItIsGiven() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] data = new byte[24];
            random.nextBytes(data);
            byte[] before = data.clone();
            int from = random.nextInt(8);
            int length = random.nextInt(data.length - from);
            descriptor.read(data, from, length);
            Vp8Descriptor.renumber(data, from, length, 0x1234, 0x56);
            for (int at = 0; at < data.length; at++) {
                if (at < from || at >= from + length) {
                    assertThat(data[at]).isEqualTo(before[at]);
                }
            }
        }
    }
}
