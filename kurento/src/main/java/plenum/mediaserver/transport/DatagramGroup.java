package plenum.mediaserver.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Datagrams to one address that leave in one message (Linux's UDP_SEGMENT): all as long as the first, but for the last, which may be
 * shorter. Reused: open while it holds datagrams, closed before and afterwards.
 */
final class DatagramGroup {
    /** What is gathered at most: the kernel takes 64 segments, and no message of more than 64 kB. */
    static final int MAX_SEGMENTS = 16;

    private @Nullable ByteBuf buffer;
    private @Nullable InetSocketAddress to;
    private int segmentSize;
    private int segments;
    private boolean complete;

    boolean isOpen() {
        return buffer != null;
    }

    /** Whether a datagram can be one more segment. */
    boolean takes(int length, InetSocketAddress address) {
        return buffer != null && !complete && length <= segmentSize && (address == to || address.equals(to));
    }

    /** @param empty takes {@link #MAX_SEGMENTS} of the length */
    void open(ByteBuf empty, int length, InetSocketAddress address) {
        buffer = empty;
        segments = 0;
        to = address;
        segmentSize = length;
        complete = false;
    }

    /** Adds a datagram; answers whether it is the last that fits. */
    boolean add(byte[] data, int length) {
        ByteBuf open = Objects.requireNonNull(buffer);
        open.writeBytes(data, 0, length);
        segments++;
        complete = length < segmentSize || segments == MAX_SEGMENTS || open.writableBytes() < segmentSize;
        return complete;
    }

    /** Takes out what is to be written, and closes. */
    DatagramPacket close() {
        ByteBuf content = Objects.requireNonNull(buffer);
        InetSocketAddress address = Objects.requireNonNull(to);
        buffer = null;
        return content.readableBytes() > segmentSize
                ? new SegmentedDatagramPacket(content, segmentSize, address)
                : new DatagramPacket(content, address);
    }

    /** Takes out what is to be written as messages that need no splitting, and closes. */
    List<DatagramPacket> closeApart() {
        ByteBuf content = Objects.requireNonNull(buffer);
        InetSocketAddress address = Objects.requireNonNull(to);
        buffer = null;
        List<DatagramPacket> apart = new ArrayList<>();
        while (content.isReadable()) {
            int length = Math.min(segmentSize, content.readableBytes());
            apart.add(new DatagramPacket(content.readRetainedSlice(length), address));
        }
        content.release();
        return apart;
    }

    /** Lets go of what has not been sent. */
    void discard() {
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
