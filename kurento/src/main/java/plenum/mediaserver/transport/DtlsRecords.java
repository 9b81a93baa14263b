package plenum.mediaserver.transport;

/**
 * Checks DTLS records before BouncyCastle reads them (RFC 6347 section 4). Its handshake allocates as many bytes as a message's header
 * announces, up to 16 MB for each of 16 messages, before the sender is authenticated, and its own limit on the size of messages is for TLS
 * only.
 */
final class DtlsRecords {
    private static final int RECORD_HEADER = 13;
    private static final int MESSAGE_HEADER = 12;
    private static final byte HANDSHAKE = 22;

    private DtlsRecords() {}

    /** Whether no handshake message in clear announces more than {@code limit} bytes. What is malformed is for the handshake to ignore. */
    static boolean announceAtMost(int limit, byte[] data, int length) {
        int at = 0;
        while (at + RECORD_HEADER <= length) {
            int from = at + RECORD_HEADER;
            int end = Math.min(length, from + u16(data, at + 11));
            boolean inClear = u16(data, at + 3) == 0;
            if (data[at] == HANDSHAKE && inClear && !messagesAnnounceAtMost(limit, data, from, end)) {
                return false;
            }
            at = from + u16(data, at + 11);
        }
        return true;
    }

    /** Whether a record is in clear: after the handshake anybody could have written it. */
    static boolean areInClear(byte[] data, int length) {
        int at = 0;
        while (at + RECORD_HEADER <= length) {
            if (u16(data, at + 3) == 0) {
                return true;
            }
            at += RECORD_HEADER + u16(data, at + 11);
        }
        return false;
    }

    private static boolean messagesAnnounceAtMost(int limit, byte[] data, int from, int end) {
        int at = from;
        while (at + MESSAGE_HEADER <= end) {
            if (u24(data, at + 1) > limit) {
                return false;
            }
            at += MESSAGE_HEADER + u24(data, at + 9);
        }
        return true;
    }

    private static int u16(byte[] data, int at) {
        return (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF;
    }

    private static int u24(byte[] data, int at) {
        return (data[at] & 0xFF) << 16 | u16(data, at + 1);
    }
}
