package plenum.mediaserver.payload;

/** Takes the payloads of a frame's packets, in order. */
@FunctionalInterface
public interface PacketSink {
    /** @param last whether the frame ends with this packet: its marker bit */
    void payload(byte[] payload, boolean last);
}
