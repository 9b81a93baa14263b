package plenum.mediaserver.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.rtp.NtpTime;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.sdp.Codec;

/** The statistics of one sent stream, including the viewer's reports on it. */
final class SenderStatistics {
    private final int ssrc;
    private final ServerClock clock;
    private long packets;
    private long bytes;
    private long nacks;
    private long pictureLosses;
    private long fullIntras;
    private long retransmissions;
    private double roundTripSeconds = Double.NaN;
    private Rtcp.@Nullable ReportBlock last;

    SenderStatistics(int ssrc, ServerClock clock) {
        this.ssrc = ssrc;
        this.clock = clock;
    }

    void sent(int length) {
        packets++;
        bytes += length;
    }

    void countNack() {
        nacks++;
    }

    void countRetransmission() {
        retransmissions++;
    }

    void countKeyFrameRequest(boolean fullIntra) {
        if (fullIntra) {
            fullIntras++;
        } else {
            pictureLosses++;
        }
    }

    /** RFC 3550 section 6.4.1: now, less the report's stamp, less the time that it lay at the viewer. */
    void onReportBlock(Rtcp.ReportBlock block) {
        last = block;
        if (block.lastSenderReport() != 0) {
            int roundTrip =
                    NtpTime.compact(clock.ntp()) - block.lastSenderReport() - block.delaySinceLastSenderReport();
            roundTripSeconds = Math.max(0, roundTrip) / 65_536.0;
        }
    }

    Rtcp.SenderReport report(int timestamp) {
        return new Rtcp.SenderReport(ssrc, clock.ntp(), timestamp, (int) packets, (int) bytes, List.of());
    }

    long packets() {
        return packets;
    }

    OutboundCounters counters(Codec codec, int clockRate) {
        Rtcp.ReportBlock block = last;
        return new OutboundCounters(
                ssrc,
                codec,
                packets,
                bytes,
                block == null ? 0 : block.cumulativeLost(),
                block == null ? 0 : block.fractionLost() / 256.0,
                block == null ? 0 : (block.jitter() & 0xFFFFFFFFL) / (double) clockRate,
                roundTripSeconds,
                nacks,
                pictureLosses,
                fullIntras,
                retransmissions);
    }
}
