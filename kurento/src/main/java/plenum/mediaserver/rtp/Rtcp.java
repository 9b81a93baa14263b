package plenum.mediaserver.rtp;

import java.util.List;

/** One RTCP packet of those that this server speaks. {@link RtcpReader} and {@link RtcpWriter} know their bytes. */
public sealed interface Rtcp {
    /** RFC 3550 section 6.4.1. */
    record SenderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets, List<ReportBlock> blocks)
            implements Rtcp {}

    /** RFC 3550 section 6.4.2. */
    record ReceiverReport(int ssrc, List<ReportBlock> blocks) implements Rtcp {}

    /** One source's reception, in a report. The fraction lost is in 256ths, the jitter in timestamp units. */
    record ReportBlock(
            int ssrc,
            int fractionLost,
            int cumulativeLost,
            int highestSequence,
            int jitter,
            int lastSenderReport,
            int delaySinceLastSenderReport) {

        /** The same for a way that is to seem shorter; {@code by} is in nanoseconds, there and back. */
        public ReportBlock nearer(long by) {
            return lastSenderReport == 0
                    ? this
                    : new ReportBlock(
                            ssrc,
                            fractionLost,
                            cumulativeLost,
                            highestSequence,
                            jitter,
                            lastSenderReport,
                            delaySinceLastSenderReport + (int) (by * 65_536 / 1_000_000_000L));
        }
    }

    /** RFC 3550 section 6.5, with the one item that WebRTC needs. */
    record SourceDescription(int ssrc, String cname) implements Rtcp {}

    /** RFC 3550 section 6.6. */
    record Bye(List<Integer> ssrcs) implements Rtcp {}

    /** Generic NACK (RFC 4585 section 6.2.1): the sequence numbers that are missing. */
    record Nack(int senderSsrc, int mediaSsrc, List<Integer> lost) implements Rtcp {}

    /** RFC 4585 section 6.3.1. */
    record PictureLoss(int senderSsrc, int mediaSsrc) implements Rtcp {}

    /** RFC 5104 section 4.3.1, one entry per packet on writing. */
    record FullIntraRequest(int senderSsrc, int mediaSsrc, int number) implements Rtcp {}

    /** Receiver's estimated maximum bit rate (draft-alvestrand-rmcat-remb). */
    record Remb(int senderSsrc, long bitsPerSecond, List<Integer> ssrcs) implements Rtcp {}

    /**
     * Transport-wide congestion feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01). Entry i is for sequence number
     * {@code baseSequence + i}: its arrival in units of 250 µs after the reference time (in units of 64 ms), or {@link #LOST}.
     */
    record TransportFeedback(
            int senderSsrc, int mediaSsrc, int baseSequence, int referenceTime, int count, List<Integer> arrivals)
            implements Rtcp {
        public static final int LOST = Integer.MIN_VALUE;
    }
}
