package plenum.mediaserver.transport;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES_CM_128_HMAC_SHA1_80 (RFC 3711 sections 4.1.1 and 4.2.1). */
final class CounterModeCipher implements SrtpCipher {
    private static final int TAG_LENGTH = 10;
    private static final int IV_LENGTH = 16;
    private static final int AUTHENTICATION_KEY = 20;

    private final boolean rtcp;
    private final SecretKeySpec key;
    private final byte[] salt;
    private final byte[] iv = new byte[IV_LENGTH];
    private final ByteBuffer ivWords = ByteBuffer.wrap(iv);
    private final byte[] trailerBytes = new byte[Integer.BYTES];
    private final byte[] tag = new byte[20];
    private final byte[] received = new byte[TAG_LENGTH];
    private final byte[] expected = new byte[TAG_LENGTH];
    private final Cipher cipher;
    private final Mac mac;

    CounterModeCipher(SrtpKeys keys, boolean rtcp) {
        this.rtcp = rtcp;
        key = new SecretKeySpec(
                keys.derive(
                        rtcp ? SrtpKeys.RTCP_ENCRYPTION : SrtpKeys.RTP_ENCRYPTION,
                        keys.profile().keyLength()),
                "AES");
        salt = keys.derive(
                rtcp ? SrtpKeys.RTCP_SALT : SrtpKeys.RTP_SALT, keys.profile().saltLength());
        byte[] macKey =
                keys.derive(rtcp ? SrtpKeys.RTCP_AUTHENTICATION : SrtpKeys.RTP_AUTHENTICATION, AUTHENTICATION_KEY);
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(macKey, "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-CTR and HMAC-SHA1", e);
        }
    }

    @Override
    public int seal(byte[] data, int from, int end, int ssrc, long index, int trailer) {
        try {
            crypt(data, from, end, ssrc, index);
            int tagAt = end;
            if (rtcp) {
                ByteBuffer.wrap(data).putInt(end, trailer);
                tagAt += Integer.BYTES;
            }
            authenticate(data, end, trailer);
            System.arraycopy(tag, 0, data, tagAt, TAG_LENGTH);
            return tagAt + TAG_LENGTH;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot protect a packet", e);
        }
    }

    @Override
    public int open(byte[] data, int from, int end, int ssrc, long index, int trailer) {
        int plainEnd = end - TAG_LENGTH - (rtcp ? Integer.BYTES : 0);
        if (plainEnd < from) {
            return -1;
        }
        try {
            authenticate(data, plainEnd, trailer);
            System.arraycopy(tag, 0, expected, 0, TAG_LENGTH);
            System.arraycopy(data, end - TAG_LENGTH, received, 0, TAG_LENGTH);
            if (!MessageDigest.isEqual(expected, received)) {
                return -1;
            }
            crypt(data, from, plainEnd, ssrc, index);
            return plainEnd;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot unprotect a packet", e);
        }
    }

    /** RFC 3711 section 4.1.1: IV = salt * 2^16 XOR ssrc * 2^64 XOR index * 2^16. */
    private void crypt(byte[] data, int from, int end, int ssrc, long index) throws GeneralSecurityException {
        ivWords.putInt(0, 0).putInt(4, ssrc).putInt(8, (int) (index >> 16)).putInt(12, (int) index << 16);
        for (int i = 0; i < salt.length; i++) {
            iv[i] ^= salt[i];
        }
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        cipher.doFinal(data, from, end - from, data, from);
    }

    private void authenticate(byte[] data, int end, int trailer) throws GeneralSecurityException {
        mac.update(data, 0, end);
        ByteBuffer.wrap(trailerBytes).putInt(0, trailer);
        mac.update(trailerBytes);
        mac.doFinal(tag, 0);
    }
}
