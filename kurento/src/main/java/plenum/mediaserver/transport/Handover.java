package plenum.mediaserver.transport;

import io.netty.channel.socket.DatagramPacket;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A queue of datagrams from the loop that read them to the loop of their peer: one writer, one reader, without locks, of limited size. */
final class Handover {
    static final int CAPACITY = 512;

    private static final int MASK = CAPACITY - 1;

    private final AtomicReferenceArray<@Nullable DatagramPacket> slots = new AtomicReferenceArray<>(CAPACITY);
    private int written;
    private int read;

    /** By the writer; false when there is no room. */
    boolean offer(DatagramPacket datagram) {
        int slot = written & MASK;
        if (slots.get(slot) != null) {
            return false;
        }
        slots.set(slot, datagram);
        written++;
        return true;
    }

    /** By the reader; null when there is nothing. */
    @Nullable
    DatagramPacket poll() {
        int slot = read & MASK;
        DatagramPacket datagram = slots.get(slot);
        if (datagram != null) {
            slots.set(slot, null);
            read++;
        }
        return datagram;
    }
}
