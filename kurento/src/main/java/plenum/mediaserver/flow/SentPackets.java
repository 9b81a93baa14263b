package plenum.mediaserver.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Under which numbers a viewer was sent the last packets, so that each can be sent again as it was, whatever source it came from. Holds
 * numbers only, 28 bytes for each: the packets are their layer's.
 */
final class SentPackets {
    private static final int NEVER = 0;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final int mask;
    private final int[] numbers;
    private final long[] sources;
    private final int[] timestamps;
    private final short[] pictures;
    private final short[] indices;
    private final @Nullable Layer[] layers;
    private final int[] repeatedMillis;

    /** @param capacity a power of two */
    SentPackets(int capacity) {
        mask = capacity - 1;
        numbers = new int[capacity];
        sources = new long[capacity];
        timestamps = new int[capacity];
        pictures = new short[capacity];
        indices = new short[capacity];
        layers = new @Nullable Layer[capacity];
        repeatedMillis = new int[capacity];
        clear();
    }

    void clear() {
        Arrays.fill(layers, null);
    }

    /** Remembers that {@code layer}'s packet {@code source} was sent as {@code number}. */
    void sent(long number, Layer layer, long source, int timestamp, int picture, int index) {
        int slot = (int) number & mask;
        numbers[slot] = (int) number;
        layers[slot] = layer;
        sources[slot] = source;
        timestamps[slot] = timestamp;
        pictures[slot] = (short) picture;
        indices[slot] = (short) index;
        repeatedMillis[slot] = NEVER;
    }

    /** The slot of the packet that was sent under an extended number, or -1 when that is forgotten. */
    int find(long number) {
        int slot = (int) number & mask;
        return layers[slot] != null && numbers[slot] == (int) number ? slot : -1;
    }

    /** Whether the packet may be sent again now: not twice within {@code pauseMillis}, the time that a repetition needs to be noticed. */
    boolean mayRepeat(int slot, long nowNanos, int pauseMillis) {
        int now = (int) (nowNanos / NANOS_PER_MILLI) | 1; // never 0
        if (repeatedMillis[slot] != NEVER && now - repeatedMillis[slot] < pauseMillis) {
            return false;
        }
        repeatedMillis[slot] = now;
        return true;
    }

    @Nullable
    Layer layer(int slot) {
        return layers[slot];
    }

    long source(int slot) {
        return sources[slot];
    }

    int timestamp(int slot) {
        return timestamps[slot];
    }

    int picture(int slot) {
        return pictures[slot];
    }

    int index(int slot) {
        return indices[slot];
    }
}
