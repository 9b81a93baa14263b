package plenum.mediaserver.transport;

/** How datagrams leave a socket, several at a time. Belongs to one loop. */
interface DatagramOutput {
    /**
     * Takes a copy of a datagram, which leaves at the next {@link #flush} or before.
     *
     * @return false when the network is so slow that nothing more may wait: the datagram is not taken
     */
    boolean add(byte[] data, int length, Destination to);

    /** Sends what waits. */
    void flush();

    /** Messages handed to the kernel so far. */
    long messages();

    /** Datagrams that were taken, and that the kernel did not want. */
    long refused();
}
