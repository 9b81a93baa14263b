package plenum.mediaserver.flow;

/** The output to one peer, shared by all its streams. */
public interface PeerOutput {
    /**
     * Where packets are built: one array for all that one thread sends, because one that is used all the time stays in the processor's
     * cache. Long enough for the longest packet and what protection adds.
     */
    byte[] packetBuffer();

    /** Protects and sends a packet; the array has room behind it and is reused afterwards. */
    void sendRtp(byte[] packet, int length);

    /** The next transport-wide sequence number; all streams of the peer share one count. */
    int nextTransportSequence();
}
