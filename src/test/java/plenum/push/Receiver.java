package plenum.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser's side of RFC 8291: its key pair, its secret, and how it reads what comes. With HMAC by hand, so that it shares nothing with the sender. */
public record Receiver(BigInteger scalar, byte[] auth) {
    private static final int HEADER = 86;

    public static Receiver create() {
        SecureRandom random = new SecureRandom();
        byte[] auth = new byte[16];
        random.nextBytes(auth);
        return new Receiver(new BigInteger(255, random).add(BigInteger.ONE), auth);
    }

    /** Its public key. */
    public byte[] point() {
        return P256.point(P256.publicKeyOf(scalar));
    }

    /** What it tells the server, as {@code PushSubscription.toJSON()} does. */
    public String subscription(String endpoint) {
        return """
            {"endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"}}\
            """.formatted(endpoint, text(point()), text(auth));
    }

    /** The text in a body, which must be one whole record. */
    public String read(byte[] body) {
        byte[] salt = Arrays.copyOf(body, 16);
        if (ByteBuffer.wrap(body).getInt(16) != 4096 || body[20] != P256.POINT_BYTES) {
            throw new IllegalArgumentException("not the header of RFC 8188 section 2.1");
        }
        byte[] sender = Arrays.copyOfRange(body, 21, HEADER);
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(P256.privateKey(scalar));
            agreement.doPhase(P256.publicKey(sender), true);
            byte[] prk = mac(auth, agreement.generateSecret());
            byte[] secret = mac(prk, bytes("WebPush: info\0"), point(), sender, new byte[] {1});
            byte[] second = mac(salt, secret);
            byte[] key = Arrays.copyOf(mac(second, bytes("Content-Encoding: aes128gcm\0"), new byte[] {1}), 16);
            byte[] nonce = Arrays.copyOf(mac(second, bytes("Content-Encoding: nonce\0"), new byte[] {1}), 12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            byte[] plain = cipher.doFinal(body, HEADER, body.length - HEADER);
            if (plain[plain.length - 1] != 2) {
                throw new IllegalArgumentException("not the last record");
            }
            return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not encrypted for this browser", e);
        }
    }

    private static byte[] mac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
