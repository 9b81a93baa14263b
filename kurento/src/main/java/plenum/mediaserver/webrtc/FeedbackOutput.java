package plenum.mediaserver.webrtc;

import java.util.List;
import plenum.mediaserver.flow.RtcpSink;
import plenum.mediaserver.rtp.Rtcp;
import plenum.mediaserver.rtp.RtcpWriter;
import plenum.mediaserver.transport.WebRtcTransport;

/**
 * Sends RTCP to one peer: alone where the peer accepts reduced-size RTCP (RFC 5506), else behind an empty report (RFC 3550 section 6.1).
 */
final class FeedbackOutput implements RtcpSink {
    private static final int LIMIT = 1180;

    private final WebRtcTransport transport;
    private final int ssrc;
    private final RtcpWriter writer = new RtcpWriter(LIMIT);
    private boolean reducedSize;

    FeedbackOutput(WebRtcTransport transport, int ssrc) {
        this.transport = transport;
        this.ssrc = ssrc;
    }

    void reducedSize(boolean agreed) {
        reducedSize = agreed;
    }

    @Override
    public int ssrc() {
        return ssrc;
    }

    @Override
    public void send(Rtcp packet) {
        writer.begin();
        if (!reducedSize) {
            writer.append(new Rtcp.ReceiverReport(ssrc, List.of()));
        }
        if (writer.append(packet)) {
            transport.sendRtcp(writer.buffer(), writer.length());
        }
    }

    /** Sends a full compound. */
    void send(List<Rtcp> packets) {
        writer.begin();
        packets.forEach(writer::append);
        transport.sendRtcp(writer.buffer(), writer.length());
    }
}
