package plenum.mediaserver.rtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads compound RTCP packets (RFC 3550 section 6.1), reduced-size ones included (RFC 5506). Unknown packets are skipped; reading stops at
 * the first malformed packet, and what came before it counts.
 */
public final class RtcpReader {
    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int BYE = 203;
    static final int TRANSPORT_FEEDBACK = 205;
    static final int PAYLOAD_FEEDBACK = 206;
    static final int REMB_IDENTIFIER = 0x52454D42;

    private static final int BLOCK = 24;
    private static final int MAX_PACKETS = 32;
    private static final int MAX_LOST = 17 * 64;

    private RtcpReader() {}

    /** The packets in these bytes; empty when there is none. */
    public static List<Rtcp> read(byte[] data, int offset, int length) {
        List<Rtcp> packets = new ArrayList<>(4);
        int at = offset;
        int end = offset + length;
        while (at + 4 <= end && packets.size() < MAX_PACKETS) {
            int next = at + 4 + ByteAccess.u16(data, at + 2) * 4;
            if ((data[at] & 0xC0) != 0x80 || next > end) {
                break;
            }
            int padding = (data[at] & 0x20) != 0 ? data[next - 1] & 0xFF : 0;
            if (padding > next - at - 4) {
                break;
            }
            Rtcp packet = readOne(data, at, next - padding);
            if (packet != null) {
                packets.add(packet);
            }
            at = next;
        }
        return packets;
    }

    private static @Nullable Rtcp readOne(byte[] data, int at, int end) {
        int format = data[at] & 0x1F;
        int body = at + 4;
        int size = end - body;
        return switch (data[at + 1] & 0xFF) {
            case SENDER_REPORT -> size < 24 ? null : senderReport(data, body, end, format);
            case RECEIVER_REPORT ->
                size < 4
                        ? null
                        : new Rtcp.ReceiverReport(ByteAccess.i32(data, body), blocks(data, body + 4, end, format));
            case SOURCE_DESCRIPTION -> sourceDescription(data, body, end);
            case BYE -> bye(data, body, end, format);
            case TRANSPORT_FEEDBACK -> size < 8 ? null : transportLayer(data, body, end, format);
            case PAYLOAD_FEEDBACK -> size < 8 ? null : payloadSpecific(data, body, end, format);
            default -> null;
        };
    }

    private static Rtcp senderReport(byte[] data, int at, int end, int count) {
        return new Rtcp.SenderReport(
                ByteAccess.i32(data, at),
                ByteAccess.i64(data, at + 4),
                ByteAccess.i32(data, at + 12),
                ByteAccess.i32(data, at + 16),
                ByteAccess.i32(data, at + 20),
                blocks(data, at + 24, end, count));
    }

    private static List<Rtcp.ReportBlock> blocks(byte[] data, int from, int end, int count) {
        List<Rtcp.ReportBlock> blocks = new ArrayList<>(count);
        for (int at = from; blocks.size() < count && at + BLOCK <= end; at += BLOCK) {
            int lost = ByteAccess.u24(data, at + 5);
            blocks.add(new Rtcp.ReportBlock(
                    ByteAccess.i32(data, at),
                    ByteAccess.u8(data, at + 4),
                    lost << 8 >> 8, // 24 bits, signed
                    ByteAccess.i32(data, at + 8),
                    ByteAccess.i32(data, at + 12),
                    ByteAccess.i32(data, at + 16),
                    ByteAccess.i32(data, at + 20)));
        }
        return blocks;
    }

    private static @Nullable Rtcp sourceDescription(byte[] data, int body, int end) {
        int at = body + 4;
        while (at + 2 <= end && data[at] != 0) {
            int length = ByteAccess.u8(data, at + 1);
            if (at + 2 + length > end) {
                return null;
            }
            if (data[at] == 1) {
                String cname = new String(data, at + 2, length, StandardCharsets.UTF_8);
                return new Rtcp.SourceDescription(ByteAccess.i32(data, body), cname);
            }
            at += 2 + length;
        }
        return null;
    }

    private static Rtcp bye(byte[] data, int body, int end, int count) {
        List<Integer> ssrcs = new ArrayList<>(count);
        for (int at = body; ssrcs.size() < count && at + 4 <= end; at += 4) {
            ssrcs.add(ByteAccess.i32(data, at));
        }
        return new Rtcp.Bye(ssrcs);
    }

    private static @Nullable Rtcp transportLayer(byte[] data, int body, int end, int format) {
        int sender = ByteAccess.i32(data, body);
        int media = ByteAccess.i32(data, body + 4);
        return switch (format) {
            case 1 -> new Rtcp.Nack(sender, media, lost(data, body + 8, end));
            case 15 -> TransportFeedbackCodec.read(data, body, end);
            default -> null;
        };
    }

    private static List<Integer> lost(byte[] data, int from, int end) {
        List<Integer> lost = new ArrayList<>();
        for (int at = from; at + 4 <= end && lost.size() < MAX_LOST; at += 4) {
            int first = ByteAccess.u16(data, at);
            int following = ByteAccess.u16(data, at + 2);
            lost.add(first);
            for (int bit = 0; bit < 16; bit++) {
                if ((following >> bit & 1) != 0) {
                    lost.add((first + bit + 1) & 0xFFFF);
                }
            }
        }
        return lost;
    }

    private static @Nullable Rtcp payloadSpecific(byte[] data, int body, int end, int format) {
        int sender = ByteAccess.i32(data, body);
        int media = ByteAccess.i32(data, body + 4);
        return switch (format) {
            case 1 -> new Rtcp.PictureLoss(sender, media);
            case 4 ->
                end - body < 16
                        ? null
                        : new Rtcp.FullIntraRequest(
                                sender, ByteAccess.i32(data, body + 8), ByteAccess.u8(data, body + 12));
            case 15 -> remb(data, body, end, sender);
            default -> null;
        };
    }

    private static @Nullable Rtcp remb(byte[] data, int body, int end, int sender) {
        if (end - body < 16 || ByteAccess.i32(data, body + 8) != REMB_IDENTIFIER) {
            return null;
        }
        int count = ByteAccess.u8(data, body + 12);
        int packed = ByteAccess.u24(data, body + 13);
        long bitsPerSecond = (long) (packed & 0x3FFFF) << Math.min(packed >> 18, 44);
        List<Integer> ssrcs = new ArrayList<>();
        for (int at = body + 16; ssrcs.size() < count && at + 4 <= end; at += 4) {
            ssrcs.add(ByteAccess.i32(data, at));
        }
        return new Rtcp.Remb(sender, bitsPerSecond, ssrcs);
    }
}
