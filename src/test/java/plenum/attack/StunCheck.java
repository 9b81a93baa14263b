package plenum.attack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import plenum.mediaserver.transport.IceCredentials;

/** A connectivity check that nominates the address it comes from (RFC 8445 section 7.2.2, RFC 8489), made by hand. */
final class StunCheck {
    private static final int MAGIC = 0x2112A442;
    private static final short BINDING_REQUEST = 0x0001;
    private static final short USERNAME = 0x0006;
    private static final short MESSAGE_INTEGRITY = 0x0008;
    private static final short PRIORITY = 0x0024;
    private static final short USE_CANDIDATE = 0x0025;
    private static final short FINGERPRINT = (short) 0x8028;
    private static final short ICE_CONTROLLING = (short) 0x802A;
    private static final int HEADER = 20;
    private static final int INTEGRITY = 24;
    private static final int CHECKSUM = 8;
    private static final int FINGERPRINT_MASK = 0x5354554E;

    private StunCheck() {}

    /**
     * @param server what the server's description says
     * @param ufrag of the client for whom it is made
     */
    static byte[] nominate(IceCredentials server, String ufrag) {
        ByteBuffer message = ByteBuffer.allocate(512);
        byte[] transaction = new byte[12];
        ThreadLocalRandom.current().nextBytes(transaction);
        message.putShort(BINDING_REQUEST).putShort((short) 0).putInt(MAGIC).put(transaction);
        attribute(message, USERNAME, (server.ufrag() + ":" + ufrag).getBytes(StandardCharsets.UTF_8));
        attribute(message, PRIORITY, new byte[] {0x6E, 0, 1, (byte) 0xFF});
        attribute(message, ICE_CONTROLLING, new byte[8]);
        attribute(message, USE_CANDIDATE, new byte[0]);
        length(message, INTEGRITY);
        attribute(message, MESSAGE_INTEGRITY, hmac(server.password(), message));
        length(message, CHECKSUM);
        CRC32 checksum = new CRC32();
        checksum.update(message.array(), 0, message.position());
        attribute(
                message,
                FINGERPRINT,
                ByteBuffer.allocate(4)
                        .putInt((int) checksum.getValue() ^ FINGERPRINT_MASK)
                        .array());
        return Arrays.copyOf(message.array(), message.position());
    }

    private static void attribute(ByteBuffer message, short type, byte[] value) {
        message.putShort(type).putShort((short) value.length).put(value);
        message.position((message.position() + 3) / 4 * 4);
    }

    /** As long as it will be with {@code more} bytes: integrity and checksum are made over that. */
    private static void length(ByteBuffer message, int more) {
        message.putShort(2, (short) (message.position() - HEADER + more));
    }

    private static byte[] hmac(String password, ByteBuffer message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            mac.update(message.array(), 0, message.position());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
