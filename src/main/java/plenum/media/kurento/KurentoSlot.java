package plenum.media.kurento;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kurento.client.MediaType;
import org.kurento.client.WebRtcEndpoint;
import org.kurento.client.internal.server.KurentoServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.IceCandidate;
import plenum.media.Sdp;
import plenum.media.Slot;

/** An endpoint that sends media to a browser. It sends the source that was connected last. */
final class KurentoSlot implements Slot {
    private static final Logger log = LoggerFactory.getLogger(KurentoSlot.class);
    private static final int FIRST_MAX_KBPS = 600;

    /** Our media server divides a network among the endpoints that name the same client; others keep it as a note. */
    private static final String CLIENT_TAG = "plenum.client";

    private final KurentoPeer peer;
    private final String viewer;
    private @Nullable WebRtcEndpoint audioSource;
    private @Nullable WebRtcEndpoint videoSource;
    private int maxKbps = FIRST_MAX_KBPS;

    /** @param viewer whose slot it is */
    KurentoSlot(KurentoPeer peer, String viewer) {
        this.peer = peer;
        this.viewer = viewer;
    }

    void negotiate(Sdp offer) {
        peer.negotiate(offer, endpoint -> {
            endpoint.addTag(CLIENT_TAG, viewer);
            endpoint.setMaxVideoSendBandwidth(FIRST_MAX_KBPS);
        });
    }

    @Override
    public void show(Optional<Showing> showing) {
        peer.ask(endpoint -> {
            KurentoPublication publication =
                    showing.map(s -> (KurentoPublication) s.publication()).orElse(null);
            WebRtcEndpoint source = publication == null ? null : publication.endpoint();
            boolean audio = showing.map(Showing::audio).orElse(false);
            boolean video = showing.map(Showing::video).orElse(false);
            if (video && showing.get().maxKbps() != maxKbps) {
                maxKbps = showing.get().maxKbps();
                endpoint.setMaxVideoSendBandwidth(maxKbps);
            }
            audioSource = connect(MediaType.AUDIO, audioSource, audio ? source : null, endpoint);
            WebRtcEndpoint before = videoSource;
            videoSource = connect(MediaType.VIDEO, videoSource, video ? source : null, endpoint);
            if (publication != null && videoSource != null && videoSource != before) {
                publication.requestKeyFrame();
            }
        });
    }

    /** Connecting replaces what was connected before, without a gap. */
    private static @Nullable WebRtcEndpoint connect(
            MediaType type, @Nullable WebRtcEndpoint before, @Nullable WebRtcEndpoint now, WebRtcEndpoint slot) {
        if (now == before) {
            return now;
        }
        try {
            if (now != null) {
                now.connect(slot, type);
            } else if (before != null) {
                before.disconnect(slot, type);
            }
            return now;
        } catch (KurentoServerException e) {
            // a source that ended at this very moment is no fault of the slot's
            log.debug("a source could not be switched", e);
            return null;
        }
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
