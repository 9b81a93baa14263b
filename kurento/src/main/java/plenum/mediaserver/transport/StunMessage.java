package plenum.mediaserver.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A received STUN message (RFC 8489 section 5) with the attributes that ICE uses (RFC 8445 section 16). Only {@link #parse} makes one,
 * from bytes that have the right shape; what is in it is believed after {@link #authenticatedBy}.
 */
final class StunMessage {
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int BINDING_ERROR = 0x0111;

    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802A;

    static final int HEADER = 20;
    static final int MAGIC_COOKIE = 0x2112A442;
    static final int FINGERPRINT_XOR = 0x5354554E;

    private static final int MAX_ATTRIBUTES = 32;
    private static final int MAC_LENGTH = 20;

    private final byte[] bytes;
    private final int[] types = new int[MAX_ATTRIBUTES];
    private final int[] offsets = new int[MAX_ATTRIBUTES];
    private final int[] lengths = new int[MAX_ATTRIBUTES];
    private int attributes;

    private StunMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Whether a datagram is STUN rather than DTLS or RTP (RFC 7983), by its first byte and the magic cookie. */
    static boolean looksLikeStun(byte[] data, int length) {
        return length >= HEADER
                && (data[0] & 0xC0) == 0
                && ByteBuffer.wrap(data).getInt(4) == MAGIC_COOKIE;
    }

    /** The message in these bytes, or null when they are none or carry a wrong fingerprint. */
    static @Nullable StunMessage parse(byte[] data, int length) {
        if (!looksLikeStun(data, length) || length % 4 != 0) {
            return null;
        }
        StunMessage message = new StunMessage(Arrays.copyOf(data, length));
        return message.u16(2) == length - HEADER && message.index() && message.fingerprintFits() ? message : null;
    }

    private boolean index() {
        int at = HEADER;
        while (at + 4 <= bytes.length) {
            int length = u16(at + 2);
            if (attributes == MAX_ATTRIBUTES || at + 4 + length > bytes.length) {
                return false;
            }
            types[attributes] = u16(at);
            offsets[attributes] = at + 4;
            lengths[attributes++] = length;
            at += 4 + (length + 3) / 4 * 4;
        }
        return at == bytes.length;
    }

    private boolean fingerprintFits() {
        int index = find(FINGERPRINT);
        if (index < 0) {
            return true;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, offsets[index] - 4);
        return lengths[index] == 4 && ((int) crc.getValue() ^ FINGERPRINT_XOR) == i32(offsets[index]);
    }

    /** Whether MESSAGE-INTEGRITY was made with this short-term password (RFC 8489 section 14.5). */
    boolean authenticatedBy(String password) {
        int index = find(MESSAGE_INTEGRITY);
        if (index < 0 || lengths[index] != MAC_LENGTH) {
            return false;
        }
        int covered = offsets[index] - 4;
        byte[] signed = Arrays.copyOf(bytes, covered);
        int claimed = covered - HEADER + 4 + MAC_LENGTH; // the length as if the message ended with this attribute
        signed[2] = (byte) (claimed >> 8);
        signed[3] = (byte) claimed;
        byte[] mac = StunWriter.hmac(password, signed, covered);
        return MessageDigest.isEqual(mac, Arrays.copyOfRange(bytes, offsets[index], offsets[index] + MAC_LENGTH));
    }

    int type() {
        return u16(0);
    }

    byte[] transactionId() {
        return Arrays.copyOfRange(bytes, 8, HEADER);
    }

    @Nullable
    String username() {
        int index = find(USERNAME);
        return index < 0 ? null : new String(bytes, offsets[index], lengths[index], StandardCharsets.UTF_8);
    }

    boolean has(int attribute) {
        return find(attribute) >= 0;
    }

    /** A 32-bit attribute such as PRIORITY, or 0. */
    int number(int attribute) {
        int index = find(attribute);
        return index < 0 || lengths[index] != 4 ? 0 : i32(offsets[index]);
    }

    /** The address that the other side saw, or null. */
    @Nullable
    InetSocketAddress mappedAddress() {
        int index = find(XOR_MAPPED_ADDRESS);
        if (index < 0 || lengths[index] != 8 && lengths[index] != 20) {
            return null;
        }
        byte[] address = Arrays.copyOfRange(bytes, offsets[index] + 4, offsets[index] + lengths[index]);
        for (int i = 0; i < address.length; i++) {
            address[i] ^= bytes[4 + i]; // cookie and transaction id follow one another in the header
        }
        try {
            return new InetSocketAddress(
                    InetAddress.getByAddress(address), u16(offsets[index] + 2) ^ MAGIC_COOKIE >>> 16);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Attributes behind MESSAGE-INTEGRITY are ignored, but FINGERPRINT (RFC 8489 section 14.5). */
    private int find(int type) {
        for (int i = 0; i < attributes; i++) {
            if (types[i] == type) {
                return i;
            }
            if (types[i] == MESSAGE_INTEGRITY && type != FINGERPRINT) {
                return -1;
            }
        }
        return -1;
    }

    private int u16(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private int i32(int at) {
        return u16(at) << 16 | u16(at + 2);
    }
}
