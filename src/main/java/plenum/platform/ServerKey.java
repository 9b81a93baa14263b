package plenum.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts values that must be readable again from the database, such as the secrets of one-time passwords, so that a copy of the database
 * alone does not disclose them: AES-256-GCM (NIST SP 800-38D) with a key derived from the server's secret (HKDF, RFC 5869) for one purpose.
 */
public final class ServerKey {
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final RandomGenerator random;

    /**
     * @param secret at least 16 bytes that nobody can guess
     * @param purpose what the key is for: what is sealed for one cannot be opened for another
     */
    public ServerKey(byte[] secret, String purpose, RandomGenerator random) {
        this.random = random;
        try {
            this.key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF with SHA-256", e);
        }
    }

    /** @param place where it is kept: sealed bytes that were moved elsewhere cannot be opened */
    public byte[] seal(byte[] plain, String place) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, place).doFinal(plain);
            return ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Throws {@link IllegalStateException} when it was not sealed for this place with this secret. */
    public byte[] open(byte[] sealed, String place) {
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] iv = new byte[IV_BYTES];
        buffer.get(iv);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, iv, place).doFinal(rest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed with another PLENUM_SECRET, or damaged", e);
        }
    }

    private Cipher cipher(int mode, byte[] iv, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
