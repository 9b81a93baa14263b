package plenum.mediaserver.flow;

/**
 * Whoever takes what a {@link PacketSource} sends: a viewer, a recorder, a mixer. It is given one layer at a time, and another one from a
 * key frame on. All calls are on the source's loop.
 */
public interface Taker {
    /**
     * Takes a packet, in the order of arrival; one that was repaired comes late.
     *
     * @param by what it is taken by
     * @return whether the taker begins with this packet: if it was repaired late, what has come since is handed over once more
     */
    boolean take(Subscription by, KeptPacket packet);

    /** What comes next continues nothing that came before: another layer, numbers that begin anew, or a pause has been made. */
    void restarted();

    /** Whether what was taken is newer than this, of another layer: it would take pictures back. */
    default boolean hasPassed(KeptPacket packet) {
        return false;
    }
}
