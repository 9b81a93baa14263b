package plenum.mediaserver.webrtc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.rtp.Rtcp;

/**
 * Composes the RTCP report of each second: sender and receiver reports, CNAME, and REMB (RFC 3550 section 6.1). Browsers measure the round
 * trip by it, and retransmit a lost packet at most once per round trip; where many packets are lost, the reported round trip is shortened
 * (ADR 0116).
 */
final class Reports {
    private static final double NEARER = 0.6;

    private final String cname;
    private final int ssrc;
    private final Collection<Publication> publications;
    private final Collection<ViewerStream> streams;

    Reports(String cname, int ssrc, Collection<Publication> publications, Collection<ViewerStream> streams) {
        this.cname = cname;
        this.ssrc = ssrc;
        this.publications = publications;
        this.streams = streams;
    }

    /** @param videoLimit the bit rate that the publisher may send, 0 for none */
    List<Rtcp> compose(long videoLimit) {
        List<Rtcp.ReportBlock> blocks = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        long repair = 0;
        for (Publication publication : publications) {
            repair = Math.max(repair, publication.repairNanos());
        }
        for (Publication publication : publications) {
            for (Rtcp.ReportBlock block : publication.reportBlocks()) {
                blocks.add(repair == 0 ? block : block.nearer((long) (NEARER * repair)));
                sources.add(block.ssrc());
            }
        }
        List<Rtcp> compound = new ArrayList<>();
        for (ViewerStream stream : streams) {
            stream.report()
                    .ifPresent(report -> compound.add(withBlocks(report, compound.isEmpty() ? blocks : List.of())));
        }
        if (compound.isEmpty()) {
            compound.add(new Rtcp.ReceiverReport(ssrc, blocks));
        }
        compound.add(new Rtcp.SourceDescription(ssrc, cname));
        if (videoLimit > 0 && !sources.isEmpty()) {
            compound.add(new Rtcp.Remb(ssrc, videoLimit, sources));
        }
        return compound;
    }

    private static Rtcp withBlocks(Rtcp.SenderReport report, List<Rtcp.ReportBlock> blocks) {
        return new Rtcp.SenderReport(
                report.ssrc(), report.ntp(), report.rtpTimestamp(), report.packets(), report.octets(), blocks);
    }
}
