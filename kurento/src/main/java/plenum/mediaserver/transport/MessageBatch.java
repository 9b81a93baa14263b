package plenum.mediaserver.transport;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Messages that leave in one call, in native memory that is used again. A message is one datagram, or several to one address that the
 * kernel splits (UDP_SEGMENT, Linux 4.18): all as long as the first, but for the last, which may be shorter.
 *
 * <p>Small enough to stay in the processor's cache from the copy to the kernel's. The structures are those of 64-bit Linux: {@code mmsghdr},
 * {@code iovec}, {@code sockaddr_in6} and {@code cmsghdr}, one of each for each message.
 */
final class MessageBatch {
    static final int MAX_MESSAGES = 16;

    /** In one message; the kernel takes 64. */
    static final int MAX_SEGMENTS = 16;

    private static final int CAPACITY = 64 * 1024;
    private static final int HEADER = 64;
    private static final int HEADER_NAME_LENGTH = 8;
    private static final int HEADER_VECTOR = 16;
    private static final int HEADER_VECTORS = 24;
    private static final int HEADER_CONTROL = 32;
    private static final int HEADER_CONTROL_LENGTH = 40;
    private static final int VECTOR = 16;
    private static final int VECTOR_LENGTH = 8;
    private static final int NAME = 32;
    private static final int CONTROL = 24;
    private static final int CONTROL_USED = 18; // CMSG_LEN(sizeof(uint16_t))
    private static final int CONTROL_LEVEL = 8;
    private static final int CONTROL_TYPE = 12;
    private static final int CONTROL_VALUE = 16;
    private static final int SOL_UDP = 17;
    private static final int UDP_SEGMENT = 103;

    private final int family;
    private final MemorySegment headers;
    private final MemorySegment vectors;
    private final MemorySegment names;
    private final MemorySegment controls;
    private final MemorySegment data;
    private final int[] lengths = new int[MAX_MESSAGES];
    private final int[] segmentSizes = new int[MAX_MESSAGES];
    private @Nullable Destination last;
    private int first;
    private int count;
    private int used;
    private int segments;
    private boolean complete;
    private boolean apart;

    /** @param family of the socket that it is for */
    MessageBatch(int family) {
        this.family = family;
        Arena arena = Arena.ofAuto();
        headers = arena.allocate((long) HEADER * MAX_MESSAGES, Long.BYTES);
        vectors = arena.allocate((long) VECTOR * MAX_MESSAGES, Long.BYTES);
        names = arena.allocate((long) NAME * MAX_MESSAGES, Long.BYTES);
        controls = arena.allocate((long) CONTROL * MAX_MESSAGES, Long.BYTES);
        data = arena.allocate(CAPACITY, Long.BYTES);
        for (int i = 0; i < MAX_MESSAGES; i++) {
            long header = (long) HEADER * i;
            headers.set(ADDRESS, header, names.asSlice((long) NAME * i));
            headers.set(ADDRESS, header + HEADER_VECTOR, vectors.asSlice((long) VECTOR * i));
            headers.set(JAVA_LONG, header + HEADER_VECTORS, 1);
            headers.set(ADDRESS, header + HEADER_CONTROL, controls.asSlice((long) CONTROL * i));
            long control = (long) CONTROL * i;
            controls.set(JAVA_LONG, control, CONTROL_USED);
            controls.set(JAVA_INT, control + CONTROL_LEVEL, SOL_UDP);
            controls.set(JAVA_INT, control + CONTROL_TYPE, UDP_SEGMENT);
        }
    }

    boolean isEmpty() {
        return first == count;
    }

    /**
     * Adds a datagram, to the last message if it fits in there.
     *
     * @param join whether the kernel splits messages
     * @return false when there is no room
     */
    boolean add(byte[] datagram, int length, Destination to, boolean join) {
        if (used + length > CAPACITY) {
            return false;
        }
        if (join && to == last && !complete && length <= segmentSizes[count - 1]) {
            lengths[count - 1] += length;
            segments++;
            if (segments == 2) {
                split(count - 1);
            }
        } else if (!begin(length, to)) {
            return false;
        }
        MemorySegment.copy(datagram, 0, data, JAVA_BYTE, used, length);
        used += length;
        vectors.set(JAVA_LONG, (long) VECTOR * (count - 1) + VECTOR_LENGTH, lengths[count - 1]);
        complete = length < segmentSizes[count - 1] || segments == MAX_SEGMENTS;
        return true;
    }

    private boolean begin(int length, Destination to) {
        if (count == MAX_MESSAGES) {
            return false;
        }
        int at = count++;
        last = to;
        lengths[at] = length;
        segmentSizes[at] = length;
        segments = 1;
        vectors.set(JAVA_LONG, (long) VECTOR * at, data.address() + used);
        byte[] name = to.encoded(family);
        MemorySegment.copy(name, 0, names, JAVA_BYTE, (long) NAME * at, name.length);
        headers.set(JAVA_INT, (long) HEADER * at + HEADER_NAME_LENGTH, name.length);
        headers.set(JAVA_LONG, (long) HEADER * at + HEADER_CONTROL_LENGTH, 0);
        return true;
    }

    private void split(int at) {
        controls.set(JAVA_SHORT, (long) CONTROL * at + CONTROL_VALUE, (short) segmentSizes[at]);
        headers.set(JAVA_LONG, (long) HEADER * at + HEADER_CONTROL_LENGTH, CONTROL);
    }

    /** Sends what can be sent now; as {@link MessageSocket#send}. What was sent is no longer here. */
    int sendTo(MessageSocket socket) {
        int wanted = apart ? 1 : count - first;
        int sent = socket.send(first == 0 ? headers : headers.asSlice((long) HEADER * first), wanted);
        for (int i = 0; i < sent; i++) {
            leave();
        }
        return sent;
    }

    /** Whether the kernel was asked to split the first message. */
    boolean firstIsSplit() {
        return !apart && lengths[first] > segmentSizes[first];
    }

    /** The first message leaves datagram by datagram. */
    void takeFirstApart() {
        apart = true;
        narrow();
    }

    private void narrow() {
        vectors.set(JAVA_LONG, (long) VECTOR * first + VECTOR_LENGTH, Math.min(segmentSizes[first], lengths[first]));
        headers.set(JAVA_LONG, (long) HEADER * first + HEADER_CONTROL_LENGTH, 0);
    }

    /** Lets go of the first message, or of what is left of it; answers how many datagrams that were. */
    int dropFirst() {
        int dropped = (lengths[first] + segmentSizes[first] - 1) / Math.max(1, segmentSizes[first]);
        apart = false;
        leave();
        return dropped;
    }

    private void leave() {
        if (apart && lengths[first] > segmentSizes[first]) {
            long vector = (long) VECTOR * first;
            lengths[first] -= segmentSizes[first];
            vectors.set(JAVA_LONG, vector, vectors.get(JAVA_LONG, vector) + segmentSizes[first]);
            narrow();
            return;
        }
        apart = false;
        first++;
        if (first == count) {
            first = 0;
            count = 0;
            used = 0;
            last = null;
        }
    }
}
