package plenum.mediaserver.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Builds one STUN message (RFC 8489): attributes in the order of the calls, then integrity and fingerprint. */
final class StunWriter {
    private static final String HMAC = "HmacSHA1";
    private static final int CAPACITY = 576;

    private final ByteBuffer out = ByteBuffer.allocate(CAPACITY);

    StunWriter(int type, byte[] transactionId) {
        out.putShort((short) type)
                .putShort((short) 0)
                .putInt(StunMessage.MAGIC_COOKIE)
                .put(transactionId);
    }

    StunWriter attribute(int type, byte... value) {
        out.putShort((short) type).putShort((short) value.length).put(value);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
        return this;
    }

    StunWriter text(int type, String value) {
        return attribute(type, value.getBytes(StandardCharsets.UTF_8));
    }

    StunWriter number(int type, int value) {
        return attribute(type, ByteBuffer.allocate(4).putInt(value).array());
    }

    StunWriter longNumber(int type, long value) {
        return attribute(type, ByteBuffer.allocate(8).putLong(value).array());
    }

    StunWriter error(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        byte[] value = ByteBuffer.allocate(4 + text.length)
                .putInt(code / 100 << 8 | code % 100)
                .put(text)
                .array();
        return attribute(StunMessage.ERROR_CODE, value);
    }

    /** RFC 8489 section 14.2. */
    StunWriter xorMappedAddress(InetSocketAddress address) {
        byte[] ip = address.getAddress().getAddress();
        for (int i = 0; i < ip.length; i++) {
            ip[i] ^= out.get(4 + i);
        }
        byte[] value = ByteBuffer.allocate(4 + ip.length)
                .putShort((short) (ip.length == 4 ? 1 : 2))
                .putShort((short) (address.getPort() ^ StunMessage.MAGIC_COOKIE >>> 16))
                .put(ip)
                .array();
        return attribute(StunMessage.XOR_MAPPED_ADDRESS, value);
    }

    /** Signs with the short-term password, adds the fingerprint, and ends the message. */
    byte[] sign(String password) {
        setLength(out.position() - StunMessage.HEADER + 24);
        attribute(StunMessage.MESSAGE_INTEGRITY, hmac(password, out.array(), out.position()));
        setLength(out.position() - StunMessage.HEADER + 8);
        CRC32 crc = new CRC32();
        crc.update(out.array(), 0, out.position());
        number(StunMessage.FINGERPRINT, (int) crc.getValue() ^ StunMessage.FINGERPRINT_XOR);
        return Arrays.copyOf(out.array(), out.position());
    }

    private void setLength(int length) {
        out.putShort(2, (short) length);
    }

    static byte[] hmac(String password, byte[] data, int length) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update(data, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
