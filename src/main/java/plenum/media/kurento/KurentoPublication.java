package plenum.media.kurento;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.kurento.client.MediaPipeline;
import org.kurento.client.WebRtcEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.IceCandidate;
import plenum.media.Publication;
import plenum.media.Sdp;
import plenum.media.Tap;

/** An endpoint that receives media from a browser. */
final class KurentoPublication implements Publication {
    private static final Logger log = LoggerFactory.getLogger(KurentoPublication.class);
    /** Generous: the browser's own estimate and the tiles of the viewers are the real limits. */
    private static final int MAX_KBPS = 4000;

    private final KurentoPeer peer;
    private final MediaPipeline pipeline;
    private final Executor threads;

    KurentoPublication(KurentoPeer peer, MediaPipeline pipeline, Executor threads) {
        this.peer = peer;
        this.pipeline = pipeline;
        this.threads = threads;
    }

    void negotiate(Sdp offer) {
        peer.negotiate(offer, endpoint -> endpoint.setMaxVideoRecvBandwidth(MAX_KBPS));
    }

    @Nullable
    WebRtcEndpoint endpoint() {
        return peer.endpoint();
    }

    /** Not every server can be asked; all of them send a key frame at a switch sooner or later. */
    @Override
    public void requestKeyFrame() {
        peer.ask(endpoint -> {
            try {
                endpoint.requestKeyframe();
            } catch (RuntimeException e) {
                log.debug("a key frame could not be asked for", e);
            }
        });
    }

    @Override
    public Tap record(String uri, Runnable failed) {
        KurentoTap tap = new KurentoTap(failed, threads);
        tap.begin(pipeline, this, uri);
        return tap;
    }

    @Override
    public void restart(Sdp offer) {
        peer.restart(offer);
    }

    @Override
    public void addCandidate(IceCandidate candidate) {
        peer.addCandidate(candidate);
    }

    @Override
    public void close() {
        peer.close();
    }
}
