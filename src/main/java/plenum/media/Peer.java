package plenum.media;

/** The server's end of one peer connection. */
public interface Peer extends AutoCloseable {
    /** A candidate of the browser's; may come before the answer has gone out. */
    void addCandidate(IceCandidate candidate);

    /** Idempotent; its listener hears nothing more. */
    @Override
    void close();
}
