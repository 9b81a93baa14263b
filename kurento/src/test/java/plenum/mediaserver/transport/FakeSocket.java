package plenum.mediaserver.transport;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Reads messages as the kernel would: {@code port: first byte of each datagram}, such as {@code 5: 1+2}. */
final class FakeSocket implements MessageSocket {
    private final Deque<IntUnaryOperator> answers = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();

    /** What the next call answers, given how many messages it was asked to send; afterwards it sends all. */
    void answer(int errorOrCount) {
        answers.add(count -> errorOrCount);
    }

    List<String> takeSent() {
        List<String> all = List.copyOf(sent);
        sent.clear();
        return all;
    }

    @Override
    public int send(MemorySegment headers, int count) {
        int result = answers.isEmpty() ? count : answers.poll().applyAsInt(count);
        for (int i = 0; i < result; i++) {
            sent.add(read(headers.asSlice(64L * i, 64)));
        }
        return result;
    }

    @Override
    public int family() {
        return Destination.AF_INET6;
    }

    private static String read(MemorySegment header) {
        MemorySegment name = at(header.get(JAVA_LONG, 0), header.get(JAVA_INT, 8));
        MemorySegment vector = at(header.get(JAVA_LONG, 16), 16L * header.get(JAVA_LONG, 24));
        int length = (int) vector.get(JAVA_LONG, 8);
        MemorySegment data = at(vector.get(JAVA_LONG, 0), length);
        int controlLength = (int) header.get(JAVA_LONG, 40);
        int step = controlLength == 0
                ? length
                : at(header.get(JAVA_LONG, 32), controlLength).get(JAVA_SHORT, 16);
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < length; from += step) {
            parts.add(Integer.toString(data.get(JAVA_BYTE, from)));
        }
        int port = ByteBuffer.wrap(name.toArray(JAVA_BYTE))
                .order(ByteOrder.BIG_ENDIAN)
                .getShort(2);
        return port + ": " + String.join("+", parts);
    }

    private static MemorySegment at(long address, long length) {
        return MemorySegment.ofAddress(address).reinterpret(length);
    }
}
