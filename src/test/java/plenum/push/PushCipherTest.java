package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The example of RFC 8291 section 5, byte for byte; and what a browser would read. */
@Tag("push")
class PushCipherTest {
    private static final byte[] PLAIN = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AUTH = bytes("BTBZMqHH6r4Tts7J_aSIgg");
    private static final byte[] BROWSER =
            bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    private static final BigInteger SENDER = new BigInteger(1, bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
    private static final byte[] SALT = bytes("DGv6ra1nlYgDCS1FRnbzlw");
    private static final String BODY = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
            + "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
            + "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    @Test
    void isTheExampleOfTheStandard() {
        KeyPair sender = new KeyPair(P256.publicKeyOf(SENDER), P256.privateKey(SENDER));
        byte[] body = PushCipher.encrypt(PLAIN, BROWSER, AUTH, sender, SALT);
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(body)).isEqualTo(BODY);
    }

    @Test
    void theReceiverReadsTheExample() {
        Receiver receiver = new Receiver(new BigInteger(1, bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")), AUTH);
        assertThat(receiver.point()).isEqualTo(BROWSER);
        assertThat(receiver.read(bytes(BODY))).isEqualTo(new String(PLAIN, StandardCharsets.US_ASCII));
    }

    @Test
    void eachMessageHasKeysOfItsOwn() {
        PushCipher cipher = new PushCipher(new SecureRandom());
        Receiver receiver = Receiver.create();
        byte[] first = cipher.encrypt(PLAIN, receiver.point(), receiver.auth());
        byte[] second = cipher.encrypt(PLAIN, receiver.point(), receiver.auth());
        assertThat(first).isNotEqualTo(second).hasSize(PLAIN.length + 103);
        assertThat(receiver.read(first)).isEqualTo(receiver.read(second));
    }

    @Test
    void thereIsRoomForAsMuchAsPushServicesTake() {
        PushCipher cipher = new PushCipher(new SecureRandom());
        Receiver receiver = Receiver.create();
        byte[] most = new byte[PushCipher.MOST_PLAIN_BYTES];
        assertThat(cipher.encrypt(most, receiver.point(), receiver.auth())).hasSize(4096);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher.encrypt(new byte[most.length + 1], receiver.point(), receiver.auth()));
    }

    @Test
    void aKeyIsAPointOfTheCurve() {
        byte[] beside = BROWSER.clone();
        beside[64] ^= 1;
        byte[] compressed = BROWSER.clone();
        compressed[0] = 2;
        byte[] tooLarge = new byte[P256.POINT_BYTES];
        java.util.Arrays.fill(tooLarge, (byte) 0xff);
        tooLarge[0] = 4;
        for (byte[] wrong : new byte[][] {beside, compressed, tooLarge, new byte[P256.POINT_BYTES], {}, {4}}) {
            assertThatIllegalArgumentException().isThrownBy(() -> P256.publicKey(wrong));
        }
        assertThat(P256.point(P256.publicKey(BROWSER))).isEqualTo(BROWSER);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
