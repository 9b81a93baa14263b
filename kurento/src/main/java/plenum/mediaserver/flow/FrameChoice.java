package plenum.mediaserver.flow;

/**
 * Selects the frames of a layer that one viewer is sent, and keeps the numbers inside its packets continuous over dropped frames and over
 * changes of the source.
 */
interface FrameChoice {
    /** A run begins with this packet, of a key frame. */
    void begin(KeptPacket packet, Subscription subscription);

    /** Whether the packet, the newest of the run, is sent. */
    boolean passes(KeptPacket packet, Subscription subscription);

    /** The numbers of the packet, packed in one, for {@link #renumber} now and whenever it is repeated. */
    int numbers(KeptPacket packet, Rewriter rewriter);

    /** Writes numbers into the packet that has just been built. */
    void renumber(PacketBuilder builder, int numbers);
}
