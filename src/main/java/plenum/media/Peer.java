package plenum.media;

/** The media server's side of one peer connection. */
public interface Peer extends AutoCloseable {
    /** An offer of the same connection that restarts ICE: answered like the first; what flows goes on meanwhile. */
    void restart(Sdp offer);

    /** A candidate of the browser's; may come before the answer has gone out. */
    void addCandidate(IceCandidate candidate);

    /** Idempotent; its listener hears nothing more. */
    @Override
    void close();
}
