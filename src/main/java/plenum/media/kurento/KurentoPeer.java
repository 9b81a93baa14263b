package plenum.media.kurento;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kurento.client.IceComponentState;
import org.kurento.client.MediaPipeline;
import org.kurento.client.WebRtcEndpoint;
import org.kurento.client.internal.server.KurentoServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.IceCandidate;
import plenum.media.PeerListener;
import plenum.media.PeerListener.Failure;
import plenum.media.Sdp;
import plenum.platform.Mailbox;

/**
 * A WebRtcEndpoint, and a mailbox that keeps the order of calls to it. Calls made before the endpoint exists wait in the mailbox. The first
 * call that fails makes the whole peer fail, once.
 */
final class KurentoPeer {
    private static final Logger log = LoggerFactory.getLogger(KurentoPeer.class);
    /** SDP_PARSE_ERROR and its like: 402xx is Kurento's range for negotiation. */
    private static final int FIRST_SDP_ERROR = 40200;

    private static final int LAST_SDP_ERROR = 40299;
    /** The only ICE component in use: RTCP is multiplexed with RTP everywhere (RFC 8834 section 4.5). */
    private static final int RTP = 1;

    private final MediaPipeline pipeline;
    private final PeerListener listener;
    private final AtomicInteger count;
    private final Mailbox mailbox;
    private volatile @Nullable WebRtcEndpoint endpoint;
    private volatile boolean closed;

    /** @param count of the peers of the media server */
    KurentoPeer(MediaPipeline pipeline, PeerListener listener, AtomicInteger count, Executor threads) {
        this.pipeline = pipeline;
        this.listener = listener;
        this.count = count;
        this.mailbox = new Mailbox("peer", threads);
    }

    /** @param limits sets the bandwidths of the new endpoint */
    void negotiate(Sdp offer, Consumer<WebRtcEndpoint> limits) {
        mailbox.post(() -> guarded(() -> {
            WebRtcEndpoint created = new WebRtcEndpoint.Builder(pipeline).build();
            count.incrementAndGet();
            endpoint = created;
            limits.accept(created);
            created.addIceCandidateFoundListener(event -> found(event.getCandidate()));
            created.addIceComponentStateChangedListener(event -> {
                if (event.getState() == IceComponentState.FAILED && event.getComponentId() == RTP) {
                    fail(Failure.BROKEN);
                }
            });
            listener.answered(new Sdp(created.processOffer(offer.text())));
            created.gatherCandidates();
        }));
    }

    /** A server that does not restart ICE, as the real Kurento, makes the peer fail: its browser will make another. */
    void restart(Sdp offer) {
        ask(target -> {
            try {
                listener.answered(new Sdp(target.processOffer(offer.text())));
            } catch (KurentoServerException e) {
                log.debug("the media server did not restart ICE", e);
                fail(Failure.BROKEN);
            }
        });
    }

    void addCandidate(IceCandidate candidate) {
        ask(target -> target.addIceCandidate(
                new org.kurento.client.IceCandidate(candidate.text(), candidate.mid(), candidate.line())));
    }

    /** Does something with the endpoint, in order. */
    void ask(Consumer<WebRtcEndpoint> question) {
        mailbox.post(() -> guarded(() -> {
            WebRtcEndpoint target = endpoint;
            if (target != null) {
                question.accept(target);
            }
        }));
    }

    /** The endpoint, once it has been made and for as long as the peer is open. */
    @Nullable
    WebRtcEndpoint endpoint() {
        return closed ? null : endpoint;
    }

    void close() {
        if (closed) {
            return;
        }
        closed = true;
        mailbox.post(this::release);
        mailbox.close();
    }

    private void release() {
        WebRtcEndpoint old = endpoint;
        if (old == null) {
            return;
        }
        endpoint = null;
        count.updateAndGet(before -> Math.max(0, before - 1));
        try {
            old.release();
        } catch (RuntimeException e) {
            log.debug("an endpoint could not be released", e);
        }
    }

    private void found(org.kurento.client.IceCandidate candidate) {
        // a real Kurento announces candidates for component 2, too
        String[] words = candidate.getCandidate().split(" ", 3);
        if (!closed && words.length == 3 && words[1].equals(Integer.toString(RTP))) {
            listener.found(
                    new IceCandidate(candidate.getCandidate(), candidate.getSdpMid(), candidate.getSdpMLineIndex()));
        }
    }

    private void guarded(Runnable call) {
        if (closed) {
            return;
        }
        try {
            call.run();
        } catch (KurentoServerException e) {
            log.debug("the media server refused a call", e);
            boolean sdp = e.getCode() >= FIRST_SDP_ERROR && e.getCode() <= LAST_SDP_ERROR;
            fail(sdp ? Failure.BAD_OFFER : Failure.BROKEN);
        } catch (RuntimeException e) {
            log.debug("a call to the media server failed", e);
            fail(Failure.BROKEN);
        }
    }

    private void fail(Failure failure) {
        if (!closed) {
            close();
            listener.failed(failure);
        }
    }
}
