package plenum.mediaserver.flow;

import plenum.mediaserver.rtp.Rtcp;

/** Sends RTCP feedback to a peer. */
public interface RtcpSink {
    /** The synchronisation source in whose name feedback is sent. */
    int ssrc();

    void send(Rtcp packet);
}
