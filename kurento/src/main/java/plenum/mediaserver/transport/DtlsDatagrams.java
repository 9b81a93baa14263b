package plenum.mediaserver.transport;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/**
 * The datagrams of one handshake: the event loop puts in those that arrive and never waits; the handshake's thread takes them out. At most
 * 64 kB wait; more is dropped, as a network would, and the other side retransmits.
 */
final class DtlsDatagrams implements DatagramTransport {
    private static final int MAX_WAITING_BYTES = 64 * 1024;
    private static final int RECEIVE_LIMIT = 2048;
    private static final int SEND_LIMIT = 1200; // below every path's MTU, so that no flight needs IP fragments

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Consumer<byte[]> sender;
    private int waitingBytes;
    private boolean closed;

    /** @param sender takes each datagram that the handshake wants sent, on the handshake's thread */
    DtlsDatagrams(Consumer<byte[]> sender) {
        this.sender = sender;
    }

    void put(byte[] data, int length) {
        lock.lock();
        try {
            if (!closed && waitingBytes + length <= MAX_WAITING_BYTES) {
                waiting.add(Arrays.copyOf(data, length));
                waitingBytes += length;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMillis);
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (closed) {
                throw new IOException("closed");
            }
            byte[] datagram = waiting.poll();
            if (datagram == null) {
                return -1;
            }
            waitingBytes -= datagram.length;
            int taken = Math.min(datagram.length, length);
            System.arraycopy(datagram, 0, buffer, offset, taken);
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        sender.accept(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
