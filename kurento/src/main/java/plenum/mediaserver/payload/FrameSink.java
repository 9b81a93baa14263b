package plenum.mediaserver.payload;

/** Takes whole frames, in decoding order. */
@FunctionalInterface
public interface FrameSink {
    /**
     * @param timestamp in units of the codec's clock
     * @param key whether it can be decoded by itself
     * @param data as a container holds it
     */
    void frame(int timestamp, boolean key, byte[] data);
}
