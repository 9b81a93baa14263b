package plenum.storage;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM (NIST SP 800-38D). */
final class Aes {
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    private Aes() {}

    static byte[] seal(SecretKey key, byte[] iv, byte[] bound, byte[] plain, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, 0, bound).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * The same into an array that there is.
     *
     * @param iv also written, before the text and its tag
     * @return how many bytes that are
     */
    static int seal(SecretKey key, byte[] iv, byte[] bound, byte[] plain, int length, byte[] into) {
        System.arraycopy(iv, 0, into, 0, IV_BYTES);
        try {
            return IV_BYTES + cipher(Cipher.ENCRYPT_MODE, key, iv, 0, bound).doFinal(plain, 0, length, into, IV_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * The same into an array that there is, from its beginning.
     *
     * @return length of the text
     */
    static int open(SecretKey key, byte[] bound, byte[] sealed, int length, byte[] into)
            throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, sealed, 0, bound).doFinal(sealed, IV_BYTES, length - IV_BYTES, into, 0);
    }

    /**
     * Opens what lies in {@code sealed}: the nonce, the text and its tag.
     *
     * @param bound what it was bound to when it was sealed
     */
    static byte[] open(SecretKey key, byte[] bound, byte[] sealed, int from, int length)
            throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, sealed, from, bound)
                .doFinal(sealed, from + IV_BYTES, length - IV_BYTES);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] iv, int from, byte[] bound)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, iv, from, IV_BYTES));
        cipher.updateAAD(bound);
        return cipher;
    }
}
