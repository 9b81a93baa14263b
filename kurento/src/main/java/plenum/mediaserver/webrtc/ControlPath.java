package plenum.mediaserver.webrtc;

import java.util.Collection;
import java.util.List;
import plenum.mediaserver.flow.Publication;
import plenum.mediaserver.flow.ViewerStream;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtcpReader;

/** Dispatches a peer's RTCP: its reports as a publisher to its publications, its feedback as a viewer to the streams that it is sent. */
final class ControlPath {
    private final Collection<Publication> publications;
    private final OutboundPath outbound;
    private final Collection<ViewerStream> streams;

    ControlPath(Collection<Publication> publications, OutboundPath outbound) {
        this.publications = publications;
        this.outbound = outbound;
        this.streams = outbound.streams();
    }

    void receive(byte[] data, int length) {
        for (Rtcp packet : RtcpReader.read(data, 0, length)) {
            switch (packet) {
                case Rtcp.SenderReport report -> {
                    publications.forEach(publication -> publication.onSenderReport(report));
                    report(report.blocks());
                }
                case Rtcp.ReceiverReport report -> report(report.blocks());
                case Rtcp.Nack nack -> {
                    for (ViewerStream stream : streams) {
                        if (stream.owns(nack.mediaSsrc())) {
                            stream.onNack(nack);
                        }
                    }
                }
                case Rtcp.PictureLoss loss -> requestKeyFrame(loss.mediaSsrc(), false);
                case Rtcp.FullIntraRequest request -> requestKeyFrame(request.mediaSsrc(), true);
                case Rtcp.Remb remb -> outbound.announced(remb.bitsPerSecond());
                case Rtcp.TransportFeedback feedback -> outbound.heard(feedback);
                case Rtcp.SourceDescription description -> {
                    // the descriptions of the sessions say who is who
                }
                case Rtcp.Bye bye -> {
                    // a source that ends is noticed by its silence, and browsers say it of sources that go on
                }
            }
        }
    }

    private void report(List<Rtcp.ReportBlock> blocks) {
        for (Rtcp.ReportBlock block : blocks) {
            for (ViewerStream stream : streams) {
                if (stream.ownsPrimary(block.ssrc())) {
                    stream.onReportBlock(block);
                }
            }
        }
    }

    private void requestKeyFrame(int ssrc, boolean fullIntra) {
        for (ViewerStream stream : streams) {
            if (stream.owns(ssrc)) {
                stream.onKeyFrameRequest(fullIntra);
            }
        }
    }
}
