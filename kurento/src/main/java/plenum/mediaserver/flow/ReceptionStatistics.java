package plenum.mediaserver.flow;

import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.Sequence;

/** The statistics of one received source for receiver reports: losses and jitter (RFC 3550 appendices A.3 and A.8). */
final class ReceptionStatistics {
    private final int clockRate;
    private long first = -1;
    private long highest = -1;
    private long received;
    private long bytes;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private int lastTransit;
    private int lastTimestamp;
    private boolean anyTransit;
    private double fractionLost;
    private Rtcp.@Nullable SenderReport lastReport;
    private long lastReportNanos;

    ReceptionStatistics(int clockRate) {
        this.clockRate = clockRate;
    }

    void received(long sequence, int timestamp, int length, long nowNanos) {
        if (first < 0) {
            first = sequence;
        }
        received++;
        bytes += length;
        if (sequence <= highest) {
            return; // late, perhaps by a retransmission: its transit time says nothing of the network
        }
        highest = sequence;
        int transit = (int) (nowNanos / 1_000 * clockRate / 1_000_000) - timestamp;
        if (anyTransit && timestamp != lastTimestamp) {
            jitter += (Math.abs(Sequence.timestampDistance(lastTransit, transit)) - jitter) / 16;
        }
        anyTransit = true;
        lastTransit = transit;
        lastTimestamp = timestamp;
    }

    void onSenderReport(Rtcp.SenderReport report, long nowNanos) {
        lastReport = report;
        lastReportNanos = nowNanos;
    }

    /** The publisher's last report, or null. */
    Rtcp.@Nullable SenderReport lastReport() {
        return lastReport;
    }

    /** The block for the next report; the fraction lost counts from the block before. */
    Rtcp.ReportBlock block(int ssrc, long nowNanos) {
        long expected = expected();
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        fractionLost = expectedNow <= 0 || lostNow <= 0 ? 0 : (double) lostNow / expectedNow;
        Rtcp.SenderReport report = lastReport;
        long delay = report == null ? 0 : (nowNanos - lastReportNanos) * 65_536 / 1_000_000_000L;
        return new Rtcp.ReportBlock(
                ssrc,
                (int) Math.min(255, fractionLost * 256),
                (int) Math.clamp(lost(), -0x800000, 0x7FFFFF),
                (int) highest,
                (int) jitter,
                report == null ? 0 : NtpTime.compact(report.ntp()),
                (int) delay);
    }

    private long expected() {
        return first < 0 ? 0 : highest - first + 1;
    }

    long packets() {
        return received;
    }

    long bytes() {
        return bytes;
    }

    long lost() {
        return expected() - received;
    }

    double fractionLost() {
        return fractionLost;
    }

    double jitterSeconds() {
        return jitter / clockRate;
    }
}
