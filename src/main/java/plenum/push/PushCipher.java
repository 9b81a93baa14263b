package plenum.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what only one browser can read (RFC 8291): a key that both know, made from a key pair of this one message and the browser's public key,
 * and one record of {@code aes128gcm} (RFC 8188).
 */
final class PushCipher {
    /** Of the shared secret of a subscription (RFC 8291 section 3.2). */
    static final int AUTH_BYTES = 16;

    /** Push services take bodies of 4096 bytes; header, padding delimiter and tag need 103 of them (RFC 8291 section 4). */
    static final int MOST_PLAIN_BYTES = 3993;

    private static final int RECORD_BYTES = 4096;
    private static final int SALT_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** After the last record there is no other (RFC 8188 section 2). */
    private static final byte LAST_RECORD = 2;

    private final RandomGenerator random;

    PushCipher(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The body of a request to the push service.
     *
     * @param plain at most {@link #MOST_PLAIN_BYTES}
     * @param browser its public key, 65 bytes
     * @param auth 16 bytes that the browser made
     * @throws IllegalArgumentException when the key is none, or there is too much
     */
    byte[] encrypt(byte[] plain, byte[] browser, byte[] auth) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encrypt(plain, browser, auth, keyPair(), salt);
    }

    /** As above, with what is otherwise made anew for each message. */
    static byte[] encrypt(byte[] plain, byte[] browser, byte[] auth, KeyPair own, byte[] salt) {
        if (plain.length > MOST_PLAIN_BYTES) {
            throw new IllegalArgumentException("more than a push service takes");
        }
        byte[] ownPoint = P256.point((ECPublicKey) own.getPublic());
        try {
            byte[] agreed = agree(own, P256.publicKey(browser));
            byte[] secret = derive(auth, agreed, joined(text("WebPush: info\0"), browser, ownPoint), SECRET_BYTES);
            byte[] key = derive(salt, secret, text("Content-Encoding: aes128gcm\0"), KEY_BYTES);
            byte[] nonce = derive(salt, secret, text("Content-Encoding: nonce\0"), NONCE_BYTES);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(joined(plain, new byte[] {LAST_RECORD}));
            byte[] sizes = ByteBuffer.allocate(Integer.BYTES + 1)
                    .putInt(RECORD_BYTES)
                    .put((byte) ownPoint.length)
                    .array();
            return joined(salt, sizes, ownPoint, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has ECDH, HKDF and AES-GCM", e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    private static byte[] agree(KeyPair own, ECPublicKey browser) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(browser, true);
        return agreement.generateSecret();
    }

    /** HKDF with SHA-256 (RFC 5869). */
    private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(secret)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
