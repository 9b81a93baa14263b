package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.client.VideoPacket;

@Tag("bench")
class FloorCipherTest {
    private static byte[] packet(int sequence) {
        byte[] packet = new byte[100 + FloorCipher.TAG];
        VideoPacket.write(ByteBuffer.wrap(packet), 3, sequence, 7, true, false, false);
        return packet;
    }

    @Test
    void opensWhatItSealed() {
        byte[] packet = packet(1);
        byte[] plain = packet.clone();

        int length = new FloorCipher(3).seal(packet, 100);

        assertThat(length).isEqualTo(116);
        assertThat(Arrays.copyOf(packet, 12)).isEqualTo(Arrays.copyOf(plain, 12));
        assertThat(Arrays.copyOf(packet, 100)).isNotEqualTo(Arrays.copyOf(plain, 100));
        assertThat(new FloorCipher(3).open(packet, length)).isEqualTo(100);
        assertThat(Arrays.copyOf(packet, 100)).isEqualTo(Arrays.copyOf(plain, 100));
    }

    @Test
    void opensNothingOfAnotherStream() {
        byte[] packet = packet(1);
        int length = new FloorCipher(3).seal(packet, 100);

        assertThatThrownBy(() -> new FloorCipher(4).open(packet, length)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sealsTwoPacketsOfAFrameDifferently() {
        byte[] first = packet(1);
        byte[] second = first.clone();
        second[3] = 2;
        FloorCipher cipher = new FloorCipher(3);

        cipher.seal(first, 100);
        cipher.seal(second, 100);

        assertThat(Arrays.copyOfRange(first, 12, 100)).isNotEqualTo(Arrays.copyOfRange(second, 12, 100));
    }
}
