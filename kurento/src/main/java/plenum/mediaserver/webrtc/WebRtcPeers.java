package plenum.mediaserver.webrtc;

import plenum.mediaserver.loop.EventLoop;

/** Makes peers, and says on which loop a new pipeline should live. */
public interface WebRtcPeers {
    /** The loop with the least to do. */
    EventLoop assignLoop();

    /** A peer on {@code loop}; callable from that loop only. */
    WebRtcPeer create(EventLoop loop, WebRtcPeer.Listener listener);
}
