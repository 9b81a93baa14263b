package plenum.mediaserver.transport;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.mediaserver.fuzz.Fuzzer;

/** What comes from an address that has passed a check is decrypted before it is known to be genuine. */
@Tag("transport")
class SrtpFuzzTest {
    private static final int CAPACITY = 5000;

    private final byte[] datagram = new byte[CAPACITY];

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void survivesDamagedPackets(SrtpProfile profile) {
        SrtpKeys keys = new SrtpKeys(profile, new byte[16], new byte[profile.saltLength()]);
        SrtpSession receiver = new SrtpSession(keys, keys);
        List<byte[]> seeds = List.of(
                rtp(new SrtpSession(keys, keys), 0x80, 200),
                rtp(new SrtpSession(keys, keys), 0x92, 60),
                rtcp(new SrtpSession(keys, keys)));

        new Fuzzer(
                        input -> {
                            System.arraycopy(input, 0, datagram, 0, input.length);
                            if (input.length >= 2) {
                                receiver.unprotectRtp(datagram, input.length);
                                System.arraycopy(input, 0, datagram, 0, input.length);
                                receiver.unprotectRtcp(datagram, input.length);
                            }
                        },
                        64 * 1024)
                .run(seeds, 50_000);
    }

    private static byte[] rtp(SrtpSession sender, int firstByte, int length) {
        byte[] packet = new byte[length + WebRtcTransport.TRAILER];
        packet[0] = (byte) firstByte;
        packet[1] = 96;
        return Arrays.copyOf(packet, sender.protectRtp(packet, length));
    }

    private static byte[] rtcp(SrtpSession sender) {
        byte[] packet = new byte[28 + WebRtcTransport.TRAILER];
        packet[0] = (byte) 0x80;
        packet[1] = (byte) 200;
        packet[3] = 6;
        return Arrays.copyOf(packet, sender.protectRtcp(packet, 28));
    }
}
