package plenum.mediaserver.transport;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AEAD_AES_128_GCM (RFC 7714). The Cipher is kept and given a new IV per packet. Two different packets under one IV would give the key
 * away, so nothing above may change a packet that it sends again under the same sequence number.
 */
final class GcmCipher implements SrtpCipher {
    private static final int TAG_BITS = 128;
    private static final int IV_LENGTH = 12;

    private final boolean rtcp;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] iv = new byte[IV_LENGTH];
    private final byte[] lastSealed = new byte[IV_LENGTH];
    private final byte[] trailerBytes = new byte[Integer.BYTES];
    private final ByteBuffer ivWords = ByteBuffer.wrap(iv);
    private final Cipher cipher;

    GcmCipher(SrtpKeys keys, boolean rtcp) {
        this(
                keys.derive(
                        rtcp ? SrtpKeys.RTCP_ENCRYPTION : SrtpKeys.RTP_ENCRYPTION,
                        keys.profile().keyLength()),
                keys.derive(
                        rtcp ? SrtpKeys.RTCP_SALT : SrtpKeys.RTP_SALT,
                        keys.profile().saltLength()),
                rtcp);
    }

    /** With the session key and salt as they are. */
    GcmCipher(byte[] sessionKey, byte[] sessionSalt, boolean rtcp) {
        this.rtcp = rtcp;
        this.salt = sessionSalt;
        key = new SecretKeySpec(sessionKey, "AES");
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    @Override
    public int seal(byte[] data, int from, int end, int ssrc, long index, int trailer) {
        try {
            start(Cipher.ENCRYPT_MODE, data, from, ssrc, index, trailer);
            return from + cipher.doFinal(data, from, end - from, data, from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot protect a packet", e);
        }
    }

    @Override
    public int open(byte[] data, int from, int end, int ssrc, long index, int trailer) {
        if (end - from < TAG_BITS / 8) {
            return -1;
        }
        try {
            start(Cipher.DECRYPT_MODE, data, from, ssrc, index, trailer);
            return from + cipher.doFinal(data, from, end - from, data, from);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot unprotect a packet", e);
        }
    }

    /** The IV of RFC 7714 sections 8.1 and 9.1: ssrc, then the index on the right, all over the salt. */
    private void start(int mode, byte[] data, int from, int ssrc, long index, int trailer)
            throws GeneralSecurityException {
        ivWords.putShort(0, (short) 0)
                .putInt(2, ssrc)
                .putShort(6, (short) (index >> 32))
                .putInt(8, (int) index);
        for (int i = 0; i < IV_LENGTH; i++) {
            iv[i] ^= salt[i];
        }
        if (mode == Cipher.ENCRYPT_MODE && Arrays.equals(iv, lastSealed)) {
            // A plain retransmission of the last packet, the same to the byte, so its IV hides nothing new; the JDK
            // only looks one back.
            iv[0] ^= 1;
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            iv[0] ^= 1;
        }
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        if (mode == Cipher.ENCRYPT_MODE) {
            System.arraycopy(iv, 0, lastSealed, 0, IV_LENGTH);
        }
        cipher.updateAAD(data, 0, from);
        if (rtcp) {
            ByteBuffer.wrap(trailerBytes).putInt(0, trailer);
            cipher.updateAAD(trailerBytes);
        }
    }
}
