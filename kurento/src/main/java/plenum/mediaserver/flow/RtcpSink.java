package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.Rtcp;

/** Where feedback to a peer goes. */
public interface RtcpSink {
    /** The synchronisation source in whose name feedback is sent. */
    int ssrc();

    void send(Rtcp packet);
}
