package plenum.mediaserver.flow;

/**
 * Receives what a {@link PacketSource} sends: a viewer, a recorder or a mixer. It is sent one layer at a time, and switches at key frames.
 * All calls are on the source's event loop.
 */
public interface Taker {
    /**
     * Takes a packet, in the order of arrival; one that was repaired comes late.
     *
     * @param by what it is taken by
     * @return whether the taker begins with this packet: if it was repaired late, what has come since is handed over once more
     */
    boolean take(Subscription by, KeptPacket packet);

    /** The next packet does not continue the last one: another layer, new sequence numbers, or a pause. */
    void restarted();

    /** Whether it may begin with what was sent before it subscribed: a picture is there at once. */
    default boolean takesPast() {
        return true;
    }

    /** Whether what was taken is newer than this, of another layer: it would take pictures back. */
    default boolean hasPassed(KeptPacket packet) {
        return false;
    }
}
