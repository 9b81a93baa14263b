package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("transport")
class SrtpTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MASTER_KEY = HEX.parseHex("e1f97a0d3e018be0d64fa32c06de4139");
    private static final byte[] MASTER_SALT = HEX.parseHex("0ec675ad498afeebb6960b3aabe6");

    private static SrtpKeys keys(SrtpProfile profile) {
        return new SrtpKeys(profile, MASTER_KEY, Arrays.copyOf(MASTER_SALT, profile.saltLength()));
    }

    private static SrtpSession session(SrtpProfile profile) {
        return new SrtpSession(keys(profile), keys(profile));
    }

    /** RFC 3711 appendix B.3. */
    @Test
    void derivesSessionKeys() {
        SrtpKeys keys = keys(SrtpProfile.AES128_CM_HMAC_SHA1_80);

        assertThat(keys.derive(SrtpKeys.RTP_ENCRYPTION, 16))
                .isEqualTo(HEX.parseHex("c61e7a93744f39ee10734afe3ff7a087"));
        assertThat(keys.derive(SrtpKeys.RTP_SALT, 14)).isEqualTo(HEX.parseHex("30cbbc08863d8c85d49db34a9ae1"));
        assertThat(keys.derive(SrtpKeys.RTP_AUTHENTICATION, 20))
                .isEqualTo(HEX.parseHex("cebe321f6ff7716b6fd4ab49af256a156d38baa4"));
    }

    /** RFC 7714 section 16.1.1. */
    @ParameterizedTest
    @MethodSource("gcmCiphers")
    void sealsWithGcm(Gcm gcm) {
        byte[] packet = HEX.parseHex(
                "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573");
        byte[] data = Arrays.copyOf(packet, packet.length + 16);
        GcmCipher cipher =
                gcm.with(HEX.parseHex("000102030405060708090a0b0c0d0e0f"), HEX.parseHex("517569642070726f2071756f"));

        int end = cipher.seal(data, 12, packet.length, 0x5501a0b2, 0xf17b, 0);

        assertThat(HEX.formatHex(data, 0, end))
                .isEqualTo(
                        "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
                                + "899d7f27beb16a9152cf765ee4390cce");
        assertThat(cipher.open(data, 12, end, 0x5501a0b2, 0xf17b, 0)).isEqualTo(packet.length);
        assertThat(Arrays.copyOf(data, packet.length)).isEqualTo(packet);
    }

    /** Makes the cipher of a session key and salt, each in another way. */
    private interface Gcm {
        GcmCipher with(byte[] key, byte[] salt);
    }

    private static Stream<Gcm> gcmCiphers() {
        return Stream.of(
                (key, salt) -> new GcmCipher(key, salt, false),
                (key, salt) -> new GcmCipher(key, salt, false, AesGcm::newCipher),
                (key, salt) -> new GcmCipher(key, salt, false, AesGcm::newPlatformCipher));
    }

    /** Retransmissions without RTX repeat a packet; the providers' own guard knows only the packet before. */
    @ParameterizedTest
    @MethodSource("gcmCiphers")
    void sealsTheSamePacketsAgainInAnyOrder(Gcm gcm) {
        GcmCipher cipher = gcm.with(new byte[16], new byte[12]);
        List<String> sealed = new ArrayList<>();
        for (int index : new int[] {1, 1, 2, 1, 1, 2, 2, 3}) {
            byte[] data = new byte[40];
            int end = cipher.seal(data, 12, 20, 7, index, 0);
            sealed.add(HEX.formatHex(data, 0, end));
        }

        assertThat(sealed.get(1)).isEqualTo(sealed.getFirst());
        assertThat(sealed.get(3)).isEqualTo(sealed.getFirst());
        assertThat(sealed.get(4)).isEqualTo(sealed.getFirst());
        assertThat(sealed.get(5)).isEqualTo(sealed.get(2));
        assertThat(sealed.get(6)).isEqualTo(sealed.get(2));
        assertThat(Set.copyOf(sealed)).hasSize(3);
    }

    /** The bench, and what an operator is told about a packet's cost, suppose it. */
    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void encryptsNativelyOnLinux() {
        assertThat(NativeGcm.isAvailable()).isTrue();
    }

    @Test
    void sealsWithCounterMode() {
        byte[] packet = HEX.parseHex("800f1234decafbadcafebabeabababababababababababababababab");
        byte[] data = Arrays.copyOf(packet, packet.length + 10);

        int end = session(SrtpProfile.AES128_CM_HMAC_SHA1_80).protectRtp(data, packet.length);

        assertThat(HEX.formatHex(data, 0, end))
                .isEqualTo("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
    }

    private static byte[] rtp(int sequence) {
        byte[] packet = Arrays.copyOf(HEX.parseHex("80600000000000010000000211223344556677"), 200);
        packet[2] = (byte) (sequence >> 8);
        packet[3] = (byte) sequence;
        return packet;
    }

    private static final int RTP_LENGTH = 19;

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void carriesPacketsAcrossTheWrapAndRefusesReplays(SrtpProfile profile) {
        SrtpSession sender = session(profile);
        SrtpSession receiver = session(profile);
        for (int i = 65_500; i < 65_600; i++) {
            byte[] packet = rtp(i & 0xFFFF);
            int length = sender.protectRtp(packet, RTP_LENGTH);
            byte[] again = packet.clone();

            assertThat(receiver.unprotectRtp(packet, length)).isEqualTo(RTP_LENGTH);
            assertThat(Arrays.copyOf(packet, RTP_LENGTH)).isEqualTo(Arrays.copyOf(rtp(i & 0xFFFF), RTP_LENGTH));
            assertThat(receiver.unprotectRtp(again, length)).isNegative();
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void sendsTheSamePacketAgain(SrtpProfile profile) {
        SrtpSession sender = session(profile);
        byte[] first = rtp(1);
        byte[] second = rtp(1);

        int length = sender.protectRtp(first, RTP_LENGTH);
        assertThat(sender.protectRtp(second, RTP_LENGTH)).isEqualTo(length);
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void carriesRtcp(SrtpProfile profile) {
        SrtpSession sender = session(profile);
        SrtpSession receiver = session(profile);
        byte[] packet = Arrays.copyOf(HEX.parseHex("81c9000700000005000000010203040506"), 100);
        int length = sender.protectRtcp(packet, 16);
        byte[] forged = packet.clone();
        forged[length - 1] ^= 1;
        byte[] again = packet.clone();

        assertThat(receiver.unprotectRtcp(forged, length)).isNegative();
        assertThat(receiver.unprotectRtcp(packet, length)).isEqualTo(16);
        assertThat(receiver.unprotectRtcp(again, length)).isNegative();
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void refusesWhatIsForgedOrCutShort(SrtpProfile profile) {
        SrtpSession sender = session(profile);
        byte[] packet = rtp(9);
        int length = sender.protectRtp(packet, RTP_LENGTH);
        for (int i = 0; i < length; i++) {
            byte[] forged = packet.clone();
            forged[i] ^= 0x04;
            assertThat(session(profile).unprotectRtp(forged, length)).isNegative();
            assertThat(session(profile).unprotectRtp(packet.clone(), i)).isNegative();
            assertThat(session(profile).unprotectRtcp(packet.clone(), i)).isNegative();
        }
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void limitsTheSourcesOfAPeer(SrtpProfile profile) {
        SrtpSession sender = session(profile);
        int accepted = 0;
        for (int ssrc = 0; ssrc < 100; ssrc++) {
            byte[] packet = rtp(9);
            packet[11] = (byte) ssrc;
            accepted += sender.protectRtp(packet, RTP_LENGTH) > 0 ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(32);
    }

    @Test
    void replayWindowRemembersTheLast128() {
        ReplayWindow window = new ReplayWindow();
        window.record(1_000);
        window.record(1_100);

        assertThat(window.isNew(1_000)).isFalse();
        assertThat(window.isNew(1_050)).isTrue();
        assertThat(window.isNew(1_101)).isTrue();
        assertThat(window.isNew(972)).isFalse();
        assertThat(window.isNew(973)).isTrue();
    }
}
