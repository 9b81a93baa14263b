package plenum.mediaserver.flow;

/** Receives the packets of one layer. */
interface LayerTaker {
    /**
     * Takes a packet, in the order of arrival.
     *
     * @return whether the taker begins with this packet: if it was repaired late, what has come since is handed over once more
     */
    boolean take(KeptPacket packet);

    /** The layer begins anew, with other numbers, perhaps another codec. */
    void restarted(Layer layer);
}
