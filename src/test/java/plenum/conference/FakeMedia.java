package plenum.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import plenum.media.IceCandidate;
import plenum.media.MediaGateway;
import plenum.media.MediaRoom;
import plenum.media.PeerListener;
import plenum.media.Publication;
import plenum.media.RoomListener;
import plenum.media.Sdp;
import plenum.media.Slot;
import plenum.media.Tap;

/** A media server that answers each offer at once, with "answer to" and the offer. */
public final class FakeMedia implements MediaGateway {
    public final List<Room> rooms = new ArrayList<>();
    public final List<CompletableFuture<MediaRoom>> waiting = new ArrayList<>();
    public boolean available = true;
    private final List<RoomListener> listeners = new ArrayList<>();

    @Override
    public CompletableFuture<MediaRoom> open(String label, RoomListener listener) {
        CompletableFuture<MediaRoom> future = new CompletableFuture<>();
        waiting.add(future);
        listeners.add(listener);
        if (available) {
            serve();
        }
        return future;
    }

    /** The media server can be reached again. */
    public void serve() {
        available = true;
        while (!waiting.isEmpty()) {
            Room room = new Room(listeners.removeFirst());
            rooms.add(room);
            waiting.removeFirst().complete(room);
        }
    }

    /** The media server dies. */
    public void fail() {
        available = false;
        room().listener.roomFailed();
    }

    public Room room() {
        return rooms.getLast();
    }

    @Override
    public List<ServerHealth> health() {
        return List.of();
    }

    public static final class Room implements MediaRoom {
        public final List<Peer> publications = new ArrayList<>();
        public final List<Peer> slots = new ArrayList<>();
        public boolean closed;
        private final RoomListener listener;

        Room(RoomListener listener) {
            this.listener = listener;
        }

        @Override
        public Publication publish(Sdp offer, PeerListener peerListener) {
            return answered(publications, offer, peerListener);
        }

        @Override
        public Slot receive(String viewer, Sdp offer, PeerListener peerListener) {
            return answered(slots, offer, peerListener);
        }

        private static Peer answered(List<Peer> peers, Sdp offer, PeerListener listener) {
            Peer peer = new Peer(listener);
            peers.add(peer);
            if (offer.text().equals("bad")) {
                listener.failed(PeerListener.Failure.BAD_OFFER);
            } else {
                listener.answered(new Sdp("answer to " + offer.text()));
            }
            return peer;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    public static final class Peer implements Publication, Slot {
        public final PeerListener listener;
        public final List<IceCandidate> candidates = new ArrayList<>();
        public final List<Sdp> restarts = new ArrayList<>();
        public Optional<Showing> showing = Optional.empty();
        public boolean closed;
        public final List<Recorded> recorded = new ArrayList<>();
        public int keyFrames;

        /** What is written of it. */
        public static final class Recorded implements Tap {
            public final String uri;
            public final Runnable failed;
            public boolean over;

            Recorded(String uri, Runnable failed) {
                this.uri = uri;
                this.failed = failed;
            }

            @Override
            public void close() {
                over = true;
            }
        }

        @Override
        public Tap record(String uri, Runnable failed) {
            recorded.add(new Recorded(uri, failed));
            return recorded.getLast();
        }

        @Override
        public void requestKeyFrame() {
            keyFrames++;
        }

        Peer(PeerListener listener) {
            this.listener = listener;
        }

        @Override
        public void show(Optional<Showing> next) {
            showing = next;
        }

        @Override
        public void restart(Sdp offer) {
            restarts.add(offer);
            listener.answered(new Sdp("answer to the restart"));
        }

        @Override
        public void addCandidate(IceCandidate candidate) {
            candidates.add(candidate);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
