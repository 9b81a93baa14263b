package plenum.mediaserver.rtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a transport-wide feedback packet (draft-holmer-rmcat-transport-wide-cc-extensions-01, section 3.1). Written with two-bit
 * status vectors only: seven packets per chunk, whatever the pattern; read in all forms.
 *
 * <pre>
 * |      base sequence number     |      packet status count      |
 * |                 reference time                | fb pkt. count |
 * |          packet chunk         |         packet chunk          |
 * |  recv delta   | ...
 * </pre>
 */
final class TransportFeedbackCodec {
    private static final int HEADER = 16; // behind the common header: two ssrcs and the two words above
    private static final int PER_CHUNK = 7;
    private static final int SMALL = 1;
    private static final int LARGE = 2;
    private static final int MAX_STATUSES = 4096;

    private TransportFeedbackCodec() {}

    /** The packet's length, common header included, a multiple of four. */
    static int size(Rtcp.TransportFeedback feedback) {
        int chunks = (feedback.arrivals().size() + PER_CHUNK - 1) / PER_CHUNK;
        int deltas = 0;
        int previous = 0;
        for (int arrival : feedback.arrivals()) {
            if (arrival != Rtcp.TransportFeedback.LOST) {
                deltas += status(arrival - previous);
                previous = arrival;
            }
        }
        return (4 + HEADER + chunks * 2 + deltas + 3) / 4 * 4;
    }

    /** Small deltas take one byte, large or negative ones two; the symbol's value is the number of bytes. */
    private static int status(int delta) {
        return delta >= 0 && delta <= 0xFF ? SMALL : LARGE;
    }

    static void write(Rtcp.TransportFeedback feedback, byte[] out, int start) {
        List<Integer> arrivals = feedback.arrivals();
        ByteAccess.put32(out, start, feedback.senderSsrc());
        ByteAccess.put32(out, start + 4, feedback.mediaSsrc());
        ByteAccess.put16(out, start + 8, feedback.baseSequence());
        ByteAccess.put16(out, start + 10, arrivals.size());
        ByteAccess.put24(out, start + 12, feedback.referenceTime());
        out[start + 15] = (byte) feedback.count();
        int chunkAt = start + HEADER;
        int deltaAt = chunkAt + (arrivals.size() + PER_CHUNK - 1) / PER_CHUNK * 2;
        int end = start - 4 + size(feedback);
        int previous = 0;
        for (int from = 0; from < arrivals.size(); from += PER_CHUNK) {
            int chunk = 0xC000;
            for (int i = from; i < Math.min(from + PER_CHUNK, arrivals.size()); i++) {
                int arrival = arrivals.get(i);
                if (arrival == Rtcp.TransportFeedback.LOST) {
                    continue;
                }
                int delta = arrival - previous;
                previous = arrival;
                int status = status(delta);
                chunk |= status << 12 - 2 * (i - from);
                if (status == SMALL) {
                    out[deltaAt++] = (byte) delta;
                } else {
                    ByteAccess.put16(out, deltaAt, Math.clamp(delta, Short.MIN_VALUE, Short.MAX_VALUE));
                    deltaAt += 2;
                }
            }
            ByteAccess.put16(out, chunkAt, chunk);
            chunkAt += 2;
        }
        while (deltaAt < end) {
            out[deltaAt++] = 0;
        }
    }

    static Rtcp.@Nullable TransportFeedback read(byte[] data, int body, int end) {
        if (end - body < HEADER) {
            return null;
        }
        int count = ByteAccess.u16(data, body + 10);
        if (count > MAX_STATUSES) {
            return null;
        }
        int[] statuses = new int[count];
        int deltaAt = readStatuses(data, body + HEADER, end, statuses);
        List<Integer> arrivals = new ArrayList<>(count);
        int arrival = 0;
        for (int status : statuses) {
            if (deltaAt < 0 || deltaAt + status > end) {
                return null;
            }
            switch (status) {
                case SMALL -> arrival += ByteAccess.u8(data, deltaAt);
                case LARGE -> arrival += (short) ByteAccess.u16(data, deltaAt);
                default -> {
                    arrivals.add(Rtcp.TransportFeedback.LOST);
                    continue;
                }
            }
            deltaAt += status;
            arrivals.add(arrival);
        }
        return new Rtcp.TransportFeedback(
                ByteAccess.i32(data, body),
                ByteAccess.i32(data, body + 4),
                ByteAccess.u16(data, body + 8),
                ByteAccess.u24(data, body + 12),
                ByteAccess.u8(data, body + 15),
                arrivals);
    }

    /** Fills {@code statuses} and answers where the deltas begin, or -1 when the chunks end too early or hold a reserved symbol. */
    private static int readStatuses(byte[] data, int from, int end, int[] statuses) {
        int at = from;
        int filled = 0;
        while (filled < statuses.length) {
            if (at + 2 > end) {
                return -1;
            }
            int chunk = ByteAccess.u16(data, at);
            at += 2;
            boolean runLength = (chunk & 0x8000) == 0;
            boolean twoBits = (chunk & 0x4000) != 0;
            int symbols = runLength ? chunk & 0x1FFF : twoBits ? 7 : 14;
            for (int i = 0; i < symbols && filled < statuses.length; i++) {
                int status;
                if (runLength) {
                    status = chunk >> 13 & 3;
                } else {
                    status = twoBits ? chunk >> 12 - 2 * i & 3 : chunk >> 13 - i & 1;
                }
                if (status > LARGE) {
                    return -1;
                }
                statuses[filled++] = status;
            }
        }
        return at;
    }
}
