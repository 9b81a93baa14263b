package plenum.mediaserver.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sequence numbers under which the last packets were sent to a viewer, so that each can be retransmitted as it was, whatever source it
 * came from. Stores numbers only, 32 bytes for each packet and contiguous, because each entry is touched once while it is not in the cache;
 * the packets are in their layer's ring.
 */
final class SentPackets {
    private static final int NEVER = 0;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    /** Words of one packet: number and timestamp; source; numbers and when it was repeated; the fourth fills the cache line. */
    private static final int STRIDE = 4;

    private final int mask;
    private final long[] words;
    private final @Nullable Layer[] layers;

    /** @param capacity a power of two */
    SentPackets(int capacity) {
        mask = capacity - 1;
        words = new long[capacity * STRIDE];
        layers = new @Nullable Layer[capacity];
    }

    void clear() {
        Arrays.fill(layers, null);
    }

    /**
     * Remembers that {@code layer}'s packet {@code source} was sent as {@code number}.
     *
     * @param numbers what was written within the packet, for who repeats it
     */
    void sent(long number, Layer layer, long source, int timestamp, int numbers) {
        int slot = (int) number & mask;
        int at = slot * STRIDE;
        words[at] = number << Integer.SIZE | timestamp & 0xFFFF_FFFFL;
        words[at + 1] = source;
        words[at + 2] = (long) numbers << Integer.SIZE | NEVER;
        if (layers[slot] != layer) {
            layers[slot] = layer;
        }
    }

    /** The slot of the packet that was sent under an extended number, or -1 when that is forgotten. */
    int find(long number) {
        int slot = (int) number & mask;
        return layers[slot] != null && (int) (words[slot * STRIDE] >> Integer.SIZE) == (int) number ? slot : -1;
    }

    /** Whether the packet may be sent again now: not twice within {@code pauseMillis}, the time that a repetition needs to be noticed. */
    boolean mayRepeat(int slot, long nowNanos, int pauseMillis) {
        int at = slot * STRIDE + 2;
        int repeated = (int) words[at];
        int now = (int) (nowNanos / NANOS_PER_MILLI) | 1; // never 0
        if (repeated != NEVER && now - repeated < pauseMillis) {
            return false;
        }
        words[at] = words[at] & 0xFFFF_FFFF_0000_0000L | now & 0xFFFF_FFFFL;
        return true;
    }

    @Nullable
    Layer layer(int slot) {
        return layers[slot];
    }

    long source(int slot) {
        return words[slot * STRIDE + 1];
    }

    int timestamp(int slot) {
        return (int) words[slot * STRIDE];
    }

    int numbers(int slot) {
        return (int) (words[slot * STRIDE + 2] >> Integer.SIZE);
    }
}
