package plenum.media;

/** The media of one conference on one media server. */
public interface MediaRoom extends AutoCloseable {
    Publication publish(Sdp offer, PeerListener listener);

    /** @param viewer whose slots share one way through the network */
    Slot receive(String viewer, Sdp offer, PeerListener listener);

    /** Closes everything in it; idempotent. */
    @Override
    void close();
}
