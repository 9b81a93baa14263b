package plenum.media.kurento;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kurento.client.KurentoClient;
import org.kurento.client.MediaPipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.MediaRoom;
import plenum.media.PeerListener;
import plenum.media.Publication;
import plenum.media.RoomListener;
import plenum.media.Sdp;
import plenum.media.Slot;

/** A MediaPipeline: one conference on one media server. Releasing it releases all of its endpoints. */
final class KurentoRoom implements MediaRoom {
    static final String NODE_TAG = "plenum.node";
    private static final String MEETING_TAG = "plenum.meeting";
    private static final Logger log = LoggerFactory.getLogger(KurentoRoom.class);

    private final KurentoServer server;
    private final MediaPipeline pipeline;
    private final RoomListener listener;
    private final Executor threads;
    private final AtomicBoolean over = new AtomicBoolean();

    private KurentoRoom(KurentoServer server, MediaPipeline pipeline, RoomListener listener, Executor threads) {
        this.server = server;
        this.pipeline = pipeline;
        this.listener = listener;
        this.threads = threads;
    }

    /** Blocks. */
    static KurentoRoom open(KurentoServer server, String node, String label, RoomListener listener, Executor threads) {
        KurentoClient client = server.client();
        MediaPipeline pipeline = client.createMediaPipeline();
        pipeline.addTag(NODE_TAG, node);
        pipeline.addTag(MEETING_TAG, label);
        KurentoRoom room = new KurentoRoom(server, pipeline, listener, threads);
        server.add(room, client);
        return room;
    }

    @Override
    public Publication publish(Sdp offer, PeerListener peerListener) {
        KurentoPublication publication = new KurentoPublication(peer(peerListener), pipeline, threads);
        publication.negotiate(offer);
        return publication;
    }

    @Override
    public Slot receive(String viewer, Sdp offer, PeerListener peerListener) {
        KurentoSlot slot = new KurentoSlot(peer(peerListener), viewer);
        slot.negotiate(offer);
        return slot;
    }

    private KurentoPeer peer(PeerListener peerListener) {
        return new KurentoPeer(pipeline, peerListener, server.peers(), threads);
    }

    boolean isOf(String pipelineId) {
        return pipeline.getId().equals(pipelineId);
    }

    /** The media server is gone, and the room with it. */
    void fail() {
        if (over.compareAndSet(false, true)) {
            listener.roomFailed();
        }
    }

    @Override
    public void close() {
        if (over.compareAndSet(false, true)) {
            server.rooms().remove(this);
            threads.execute(this::release);
        }
    }

    private void release() {
        try {
            pipeline.release();
        } catch (RuntimeException e) {
            log.debug("a media room could not be released, the sweep will find it", e);
        }
    }
}
