package plenum.mediaserver.rtp;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Appends RTCP packets to a compound in a buffer of its own. A packet that does not fit is dropped as a whole. */
public final class RtcpWriter {
    private final byte[] buffer;
    private final int limit;
    private int at;

    /** @param limit the longest compound; the buffer is longer, for what protection adds */
    public RtcpWriter(int limit) {
        this.limit = limit;
        buffer = new byte[limit + 64];
    }

    public void begin() {
        at = 0;
    }

    public byte[] buffer() {
        return buffer;
    }

    public int length() {
        return at;
    }

    /** Appends; false when it would not fit, and nothing has been written then. */
    public boolean append(Rtcp packet) {
        return switch (packet) {
            case Rtcp.SenderReport report -> senderReport(report);
            case Rtcp.ReceiverReport report -> receiverReport(report);
            case Rtcp.SourceDescription description -> sourceDescription(description);
            case Rtcp.Bye bye -> bye(bye);
            case Rtcp.Nack nack -> nack(nack);
            case Rtcp.PictureLoss loss -> pictureLoss(loss);
            case Rtcp.FullIntraRequest request -> fullIntraRequest(request);
            case Rtcp.Remb remb -> remb(remb);
            case Rtcp.TransportFeedback feedback -> transportFeedback(feedback);
        };
    }

    /** Writes the common header of a packet of {@code size} bytes, or answers false when there is no room. */
    private boolean header(int format, int type, int size) {
        if (at + size > limit) {
            return false;
        }
        buffer[at] = (byte) (0x80 | format);
        buffer[at + 1] = (byte) type;
        ByteAccess.put16(buffer, at + 2, size / 4 - 1);
        at += 4;
        return true;
    }

    private void put32(int value) {
        ByteAccess.put32(buffer, at, value);
        at += 4;
    }

    private boolean senderReport(Rtcp.SenderReport report) {
        if (!header(
                report.blocks().size(),
                RtcpReader.SENDER_REPORT,
                28 + 24 * report.blocks().size())) {
            return false;
        }
        put32(report.ssrc());
        ByteAccess.put64(buffer, at, report.ntp());
        at += 8;
        put32(report.rtpTimestamp());
        put32(report.packets());
        put32(report.octets());
        blocks(report.blocks());
        return true;
    }

    private boolean receiverReport(Rtcp.ReceiverReport report) {
        if (!header(
                report.blocks().size(),
                RtcpReader.RECEIVER_REPORT,
                8 + 24 * report.blocks().size())) {
            return false;
        }
        put32(report.ssrc());
        blocks(report.blocks());
        return true;
    }

    private void blocks(List<Rtcp.ReportBlock> blocks) {
        for (Rtcp.ReportBlock block : blocks) {
            put32(block.ssrc());
            buffer[at] = (byte) block.fractionLost();
            ByteAccess.put24(buffer, at + 1, block.cumulativeLost());
            at += 4;
            put32(block.highestSequence());
            put32(block.jitter());
            put32(block.lastSenderReport());
            put32(block.delaySinceLastSenderReport());
        }
    }

    private boolean sourceDescription(Rtcp.SourceDescription description) {
        byte[] cname = description.cname().getBytes(StandardCharsets.UTF_8);
        int chunk = 4 + 2 + cname.length + 1; // ssrc, item header, text, end of items
        int size = 4 + (chunk + 3) / 4 * 4;
        if (!header(1, RtcpReader.SOURCE_DESCRIPTION, size)) {
            return false;
        }
        int end = at - 4 + size;
        put32(description.ssrc());
        buffer[at++] = 1;
        buffer[at++] = (byte) cname.length;
        System.arraycopy(cname, 0, buffer, at, cname.length);
        at += cname.length;
        while (at < end) {
            buffer[at++] = 0;
        }
        return true;
    }

    private boolean bye(Rtcp.Bye bye) {
        if (!header(bye.ssrcs().size(), RtcpReader.BYE, 4 + 4 * bye.ssrcs().size())) {
            return false;
        }
        bye.ssrcs().forEach(this::put32);
        return true;
    }

    /** Packs ascending sequence numbers into pairs of a first one and a mask of the 16 behind it. */
    private boolean nack(Rtcp.Nack nack) {
        List<Integer> lost = nack.lost();
        int size = 12 + 4 * nackPairs(lost);
        if (lost.isEmpty() || !header(1, RtcpReader.TRANSPORT_FEEDBACK, size)) {
            return false;
        }
        put32(nack.senderSsrc());
        put32(nack.mediaSsrc());
        int i = 0;
        while (i < lost.size()) {
            int first = lost.get(i++);
            int mask = 0;
            while (i < lost.size() && inMask(first, lost.get(i))) {
                mask |= 1 << Sequence.distance(first, lost.get(i++)) - 1;
            }
            put32(first << 16 | mask);
        }
        return true;
    }

    private static int nackPairs(List<Integer> lost) {
        int pairs = 0;
        int first = 0;
        for (int sequence : lost) {
            if (pairs == 0 || !inMask(first, sequence)) {
                first = sequence;
                pairs++;
            }
        }
        return pairs;
    }

    private static boolean inMask(int first, int sequence) {
        int distance = Sequence.distance(first, sequence);
        return distance >= 1 && distance <= 16;
    }

    private boolean pictureLoss(Rtcp.PictureLoss loss) {
        if (!header(1, RtcpReader.PAYLOAD_FEEDBACK, 12)) {
            return false;
        }
        put32(loss.senderSsrc());
        put32(loss.mediaSsrc());
        return true;
    }

    private boolean fullIntraRequest(Rtcp.FullIntraRequest request) {
        if (!header(4, RtcpReader.PAYLOAD_FEEDBACK, 20)) {
            return false;
        }
        put32(request.senderSsrc());
        put32(0); // RFC 5104 section 4.3.1.2: the media source field is not used
        put32(request.mediaSsrc());
        put32(request.number() << 24);
        return true;
    }

    private boolean remb(Rtcp.Remb remb) {
        if (!header(15, RtcpReader.PAYLOAD_FEEDBACK, 20 + 4 * remb.ssrcs().size())) {
            return false;
        }
        put32(remb.senderSsrc());
        put32(0);
        put32(RtcpReader.REMB_IDENTIFIER);
        int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(remb.bitsPerSecond()) - 18);
        int mantissa = (int) (remb.bitsPerSecond() >> exponent);
        put32(remb.ssrcs().size() << 24 | exponent << 18 | mantissa);
        remb.ssrcs().forEach(this::put32);
        return true;
    }

    private boolean transportFeedback(Rtcp.TransportFeedback feedback) {
        int size = TransportFeedbackCodec.size(feedback);
        if (!header(15, RtcpReader.TRANSPORT_FEEDBACK, size)) {
            return false;
        }
        TransportFeedbackCodec.write(feedback, buffer, at);
        at += size - 4;
        return true;
    }
}
