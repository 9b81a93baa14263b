package plenum.mediaserver.transport;

/** Counters of the traffic of a port since it was opened. */
public record PortTraffic(Direction in, Direction out) {
    /**
     * One way.
     *
     * @param datagrams as the network sees them, or packets of a connection
     * @param bytes of their contents
     * @param messages handed to or by the kernel: fewer than datagrams where several travel in one
     * @param dropped neither sent nor taken: no room to send, or of nobody who is known
     */
    public record Direction(long datagrams, long bytes, long messages, long dropped) {
        public Direction plus(Direction other) {
            return new Direction(
                    datagrams + other.datagrams,
                    bytes + other.bytes,
                    messages + other.messages,
                    dropped + other.dropped);
        }
    }

    public PortTraffic plus(PortTraffic other) {
        return new PortTraffic(in.plus(other.in), out.plus(other.out));
    }
}
