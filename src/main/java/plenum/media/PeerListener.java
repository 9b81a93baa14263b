package plenum.media;

/** Is told of the events of one {@link Peer}. */
public interface PeerListener {
    void answered(Sdp answer);

    void found(IceCandidate candidate);

    /** The last news: the peer is of no use any more. */
    void failed(Failure failure);

    /** Why. */
    enum Failure {
        /** The offer could not be read or matched. */
        BAD_OFFER,
        /** The connection broke, or the media server would not have it. */
        BROKEN
    }
}
