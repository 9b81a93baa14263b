package plenum.mediaserver.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The least that SRTP with AES-128-GCM can be (RFC 7714): one key, one source, no roll-over, no replay window. Independent of the media
 * server's own, so that the floor stays where it is when that one changes.
 */
final class FloorCipher {
    static final int TAG = 16;

    private static final int HEADER = 12;

    private final Cipher cipher;
    private final SecretKeySpec key;
    private final byte[] salt;

    /** @param stream which key: both ends make it from the stream's number */
    FloorCipher(int stream) {
        byte[] bytes = ByteBuffer.allocate(16).putInt(stream).putInt(0x504C454E).array();
        key = new SecretKeySpec(bytes, "AES");
        salt = ByteBuffer.allocate(HEADER).putInt(~stream).array();
        try {
            cipher = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
                    ? Cipher.getInstance("AES/GCM/NoPadding", AmazonCorrettoCryptoProvider.INSTANCE)
                    : Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Encrypts a packet with a plain header in place, and returns its new length. */
    int seal(byte[] packet, int length) {
        return HEADER + run(Cipher.ENCRYPT_MODE, packet, length);
    }

    /** Decrypts in place, and returns the plain length; throws when it is not authentic. */
    int open(byte[] packet, int length) {
        return HEADER + run(Cipher.DECRYPT_MODE, packet, length);
    }

    private int run(int mode, byte[] packet, int length) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, iv(packet)));
            cipher.updateAAD(packet, 0, HEADER);
            return cipher.doFinal(packet, HEADER, length - HEADER, packet, HEADER);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a packet of this stream", e);
        }
    }

    /** Source and timestamp make it unique: the frames of a stream have different ones, and the sequence number tells the packets apart. */
    private byte[] iv(byte[] packet) {
        byte[] iv = salt.clone();
        for (int i = 0; i < 4; i++) {
            iv[4 + i] ^= packet[4 + i];
        }
        iv[10] ^= packet[2];
        iv[11] ^= packet[3];
        return iv;
    }
}
