package plenum.mediaserver.webrtc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.rtp.Rtcp;

/** Composes the report of each second: what we send, how we receive, who we are, and how much we allow (RFC 3550 section 6.1). */
final class Reports {
    private final String cname;
    private final FeedbackOutput output;
    private final Collection<Publication> publications;
    private final Collection<ViewerStream> streams;

    Reports(
            String cname,
            FeedbackOutput output,
            Collection<Publication> publications,
            Collection<ViewerStream> streams) {
        this.cname = cname;
        this.output = output;
        this.publications = publications;
        this.streams = streams;
    }

    /** @param videoLimit the bit rate that the publisher may send, 0 for none */
    void send(long videoLimit) {
        List<Rtcp.ReportBlock> blocks = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        for (Publication publication : publications) {
            for (Rtcp.ReportBlock block : publication.reportBlocks()) {
                blocks.add(block);
                sources.add(block.ssrc());
            }
        }
        List<Rtcp> compound = new ArrayList<>();
        for (ViewerStream stream : streams) {
            stream.report()
                    .ifPresent(report -> compound.add(withBlocks(report, compound.isEmpty() ? blocks : List.of())));
        }
        if (compound.isEmpty()) {
            compound.add(new Rtcp.ReceiverReport(output.ssrc(), blocks));
        }
        compound.add(new Rtcp.SourceDescription(output.ssrc(), cname));
        if (videoLimit > 0 && !sources.isEmpty()) {
            compound.add(new Rtcp.Remb(output.ssrc(), videoLimit, sources));
        }
        output.send(compound);
    }

    private static Rtcp withBlocks(Rtcp.SenderReport report, List<Rtcp.ReportBlock> blocks) {
        return new Rtcp.SenderReport(
                report.ssrc(), report.ntp(), report.rtpTimestamp(), report.packets(), report.octets(), blocks);
    }
}
