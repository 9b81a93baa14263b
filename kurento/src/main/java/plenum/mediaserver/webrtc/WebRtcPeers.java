package plenum.mediaserver.webrtc;

import java.util.concurrent.CompletionStage;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;

/** Creates peers, and chooses the loop of a new pipeline. */
public interface WebRtcPeers {
    /** The loop with the least to do. */
    EventLoop assignLoop();

    /** The clock of all that flows. */
    ServerClock clock();

    /** Completes when each loop has done something, fails when one is no more; callable from any thread. */
    CompletionStage<Void> pulse();

    /** A peer on {@code loop}; callable from that loop only. */
    WebRtcPeer create(EventLoop loop, WebRtcPeer.Listener listener);

    /** The counters of all peers until now, including those that have gone; callable from any thread. */
    CompletionStage<MediaCounters> counters();
}
