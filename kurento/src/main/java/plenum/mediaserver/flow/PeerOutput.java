package plenum.mediaserver.flow;

/** The way out to one peer, shared by all its streams. */
public interface PeerOutput {
    /** Protects and sends a packet; the array has room behind it and is reused afterwards. */
    void sendRtp(byte[] packet, int length);

    /** The next transport-wide sequence number; all streams of the peer share one count. */
    int nextTransportSequence();
}
