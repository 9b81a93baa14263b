package plenum.mediaserver.transport;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AEAD_AES_128_GCM (RFC 7714). Encrypts by {@link NativeGcm} where that is available; elsewhere a Cipher is reused with a new IV per
 * packet. Two different packets under one IV would disclose the key, so a packet that is sent again with the same sequence number must be
 * identical.
 */
final class GcmCipher implements SrtpCipher {
    private static final int TAG_BITS = 128;
    private static final int IV_LENGTH = 12;

    /**
     * An IV that is written anew for each packet. The parent class would copy it twice; providers only read it, and keep it to compare
     * the next one with, which is why there are two that take turns.
     */
    private static final class ReusedIv extends GCMParameterSpec {
        private final byte[] bytes;
        private final ByteBuffer words;

        ReusedIv() {
            this(new byte[IV_LENGTH]);
        }

        private ReusedIv(byte[] bytes) {
            super(TAG_BITS, bytes);
            this.bytes = bytes;
            this.words = ByteBuffer.wrap(bytes);
        }

        @Override
        public byte[] getIV() {
            return bytes;
        }

        /** The first eight bytes and the last four. */
        void write(long high, int low) {
            words.putLong(0, high).putInt(Long.BYTES, low);
        }
    }

    private final boolean rtcp;
    private final SecretKeySpec key;
    private final long saltHigh;
    private final int saltLow;
    private final byte[] trailerBytes = new byte[Integer.BYTES];
    private final ByteBuffer trailerWord = ByteBuffer.wrap(trailerBytes);
    private final Supplier<Cipher> maker;
    private final @Nullable NativeGcm sealer;
    private @Nullable Cipher cipher;
    private ReusedIv current = new ReusedIv();
    private ReusedIv last = new ReusedIv();
    private final ReusedIv other = new ReusedIv();

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
        this(
                sessionKey,
                sessionSalt,
                rtcp,
                AesGcm::newCipher,
                NativeGcm.isAvailable() ? new NativeGcm(sessionKey) : null);
    }

    /** By way of javax.crypto alone. */
    GcmCipher(byte[] sessionKey, byte[] sessionSalt, boolean rtcp, Supplier<Cipher> maker) {
        this(sessionKey, sessionSalt, rtcp, maker, null);
    }

    private GcmCipher(
            byte[] sessionKey, byte[] sessionSalt, boolean rtcp, Supplier<Cipher> maker, @Nullable NativeGcm sealer) {
        this.rtcp = rtcp;
        this.saltHigh = ByteBuffer.wrap(sessionSalt).getLong(0);
        this.saltLow = ByteBuffer.wrap(sessionSalt).getInt(Long.BYTES);
        this.key = new SecretKeySpec(sessionKey, "AES");
        this.maker = maker;
        this.sealer = sealer;
    }

    @Override
    public int seal(byte[] data, int from, int end, int ssrc, long index, int trailer) {
        if (sealer != null) {
            if (rtcp) {
                trailerWord.putInt(0, trailer);
            }
            return sealer.seal(data, from, end, ivHigh(ssrc, index), ivLow(index), rtcp ? trailerBytes : null);
        }
        try {
            Cipher started = start(Cipher.ENCRYPT_MODE, data, from, ssrc, index, trailer);
            return from + started.doFinal(data, from, end - from, data, from);
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
            Cipher started = start(Cipher.DECRYPT_MODE, data, from, ssrc, index, trailer);
            return from + started.doFinal(data, from, end - from, data, from);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot unprotect a packet", e);
        }
    }

    private Cipher start(int mode, byte[] data, int from, int ssrc, long index, int trailer)
            throws GeneralSecurityException {
        Cipher known = cipher;
        Cipher started = known == null ? maker.get() : known;
        cipher = started;
        takeTurns();
        current.write(ivHigh(ssrc, index), ivLow(index));
        if (mode == Cipher.ENCRYPT_MODE && Arrays.equals(current.bytes, last.bytes)) {
            // A plain retransmission of the last packet, the same to the byte, so its IV hides nothing new; providers
            // only look one back.
            other.write(ivHigh(~ssrc, index), ivLow(index));
            started.init(mode, key, other);
        }
        started.init(mode, key, current);
        started.updateAAD(data, 0, from);
        if (rtcp) {
            trailerWord.putInt(0, trailer);
            started.updateAAD(trailerBytes);
        }
        return started;
    }

    /** RFC 7714 sections 8.1 and 9.1: ssrc, then the index on the right, all over the salt. These are the first eight bytes of twelve. */
    private long ivHigh(int ssrc, long index) {
        return saltHigh ^ ((ssrc & 0xFFFF_FFFFL) << Short.SIZE | index >>> Integer.SIZE & 0xFFFF);
    }

    private int ivLow(long index) {
        return saltLow ^ (int) index;
    }

    private void takeTurns() {
        ReusedIv next = last;
        last = current;
        current = next;
    }
}
