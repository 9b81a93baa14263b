package plenum.mediaserver.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Under which numbers a viewer was sent the last packets, so that each can be sent again as it was, whatever source it came from. Holds
 * numbers only: the packets are their layer's.
 */
final class SentPackets {
    private final int mask;
    private final long[] numbers;
    private final long[] sources;
    private final int[] timestamps;
    private final int[] pictures;
    private final int[] indices;
    private final @Nullable Layer[] layers;
    private final long[] repeatedNanos;

    /** @param capacity a power of two */
    SentPackets(int capacity) {
        mask = capacity - 1;
        numbers = new long[capacity];
        sources = new long[capacity];
        timestamps = new int[capacity];
        pictures = new int[capacity];
        indices = new int[capacity];
        layers = new @Nullable Layer[capacity];
        repeatedNanos = new long[capacity];
        clear();
    }

    void clear() {
        Arrays.fill(numbers, -1);
        Arrays.fill(layers, null);
    }

    /** Remembers that {@code layer}'s packet {@code source} was sent as {@code number}. */
    void sent(long number, Layer layer, long source, int timestamp, int picture, int index) {
        int slot = (int) number & mask;
        numbers[slot] = number;
        layers[slot] = layer;
        sources[slot] = source;
        timestamps[slot] = timestamp;
        pictures[slot] = picture;
        indices[slot] = index;
        repeatedNanos[slot] = Long.MIN_VALUE;
    }

    /** The slot of the packet that was sent under an extended number, or -1 when that is forgotten. */
    int find(long number) {
        int slot = (int) number & mask;
        return numbers[slot] == number ? slot : -1;
    }

    /** Whether the packet may be sent again now: not twice within {@code pauseNanos}, the time that a repetition needs to be noticed. */
    boolean mayRepeat(int slot, long nowNanos, long pauseNanos) {
        if (repeatedNanos[slot] != Long.MIN_VALUE && nowNanos - repeatedNanos[slot] < pauseNanos) {
            return false;
        }
        repeatedNanos[slot] = nowNanos;
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
