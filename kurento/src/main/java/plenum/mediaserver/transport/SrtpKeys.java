package plenum.mediaserver.transport;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The master key and salt of one direction, and the session keys derived from them (RFC 3711 section 4.3, key derivation rate 0). */
record SrtpKeys(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
    static final int RTP_ENCRYPTION = 0;
    static final int RTP_AUTHENTICATION = 1;
    static final int RTP_SALT = 2;
    static final int RTCP_ENCRYPTION = 3;
    static final int RTCP_AUTHENTICATION = 4;
    static final int RTCP_SALT = 5;

    private static final int PRF_IV = 16;
    private static final int LABEL_AT = 7;

    /** {@code length} bytes of session key for a label. */
    byte[] derive(int label, int length) {
        byte[] iv = Arrays.copyOf(masterSalt, PRF_IV); // a 96-bit GCM salt is padded on the right (RFC 7714 section 11)
        iv[LABEL_AT] ^= (byte) label;
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(masterKey, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(new byte[length]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-CTR", e);
        }
    }

    @Override
    public String toString() {
        return "SrtpKeys[" + profile + "]"; // keys stay out of logs
    }
}
