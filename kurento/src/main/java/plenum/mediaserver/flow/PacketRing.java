package plenum.mediaserver.flow;

import java.util.Arrays;
import plenum.mediaserver.rtp.RtpPacket;

/**
 * The last packets of one layer, decrypted, found by extended sequence number; kept once and shared by all viewers. The array of a slot
 * grows to its longest packet and is reused, so that nothing is allocated in steady state.
 */
final class PacketRing {
    private static final int GRAIN = 256;

    private final byte[][] slots;
    private final int[] lengths;
    private final long[] sequences;
    private final int mask;

    /** @param capacity a power of two */
    PacketRing(int capacity) {
        slots = new byte[capacity][];
        lengths = new int[capacity];
        sequences = new long[capacity];
        mask = capacity - 1;
        clear();
    }

    /** Copies a packet in and wraps {@code view} round the copy; false for one that is there already or is too old to keep. */
    boolean store(long sequence, RtpPacket packet, int length, RtpPacket view) {
        int slot = (int) sequence & mask;
        if (sequences[slot] >= sequence) {
            return false;
        }
        if (slots[slot] == null || slots[slot].length < length) {
            slots[slot] = new byte[(length + GRAIN - 1) / GRAIN * GRAIN];
        }
        System.arraycopy(packet.data(), packet.offset(), slots[slot], 0, length);
        lengths[slot] = length;
        sequences[slot] = sequence;
        return view.wrap(slots[slot], 0, length);
    }

    /** Wraps {@code view} round a packet; false when it is not there. */
    boolean find(long sequence, RtpPacket view) {
        int slot = (int) sequence & mask;
        return sequences[slot] == sequence && view.wrap(slots[slot], 0, lengths[slot]);
    }

    void clear() {
        Arrays.fill(sequences, -1);
    }
}
