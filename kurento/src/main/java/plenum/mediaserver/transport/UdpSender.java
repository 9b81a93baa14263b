package plenum.mediaserver.transport;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.EventLoop;

/**
 * The way out of a UDP port. What is sent while a burst of datagrams is being read leaves in one flush at the burst's end, and packets of
 * one frame to one peer in one message, where the kernel splits messages (UDP_SEGMENT). Where a network cannot carry split messages the
 * first failure ends that for good.
 */
final class UdpSender {
    private static final Logger log = LoggerFactory.getLogger(UdpSender.class);
    private static final int EINVAL = -22;
    private static final int EIO = -5;

    private final EventLoop loop;
    private final Channel channel;
    private final SendBuffers buffers = new SendBuffers();
    private boolean segments;
    private boolean inBurst;
    private boolean flushScheduled;
    private long datagrams;
    private long bytes;
    private long messages;
    private long dropped;

    UdpSender(EventLoop loop, Channel channel) {
        this(
                loop,
                channel,
                channel instanceof EpollDatagramChannel && EpollDatagramChannel.isSegmentedDatagramPacketSupported());
    }

    /** @param segments whether the kernel is believed to split messages */
    UdpSender(EventLoop loop, Channel channel, boolean segments) {
        this.loop = loop;
        this.channel = channel;
        this.segments = segments;
    }

    /** Sends one datagram by itself. */
    void send(byte[] data, int length, InetSocketAddress to) {
        if (admits(length)) {
            write(new DatagramPacket(buffers.take().writeBytes(data, 0, length), to));
        }
    }

    /**
     * Sends a datagram together with those that {@code group} holds.
     *
     * @param more whether others follow in the same task, or {@link #flush(DatagramGroup)}
     */
    void send(DatagramGroup group, byte[] data, int length, InetSocketAddress to, boolean more) {
        if (group.isOpen() && !(segments && group.takes(length, to))) {
            write(group);
        }
        if (!segments || !more && !group.isOpen()) {
            send(data, length, to);
            return;
        }
        if (!admits(length)) {
            return;
        }
        if (!group.isOpen()) {
            group.open(buffers.take(), length, to);
        }
        if (group.add(data, length) || !more) {
            write(group);
        }
    }

    /** Sends what {@code group} still holds: nothing follows. */
    void flush(DatagramGroup group) {
        if (group.isOpen()) {
            write(group);
        }
    }

    private boolean admits(int length) {
        if (!channel.isWritable()) {
            dropped++; // the network is slower than we are: losing packets here beats growing without limit
            return false;
        }
        datagrams++;
        bytes += length;
        return true;
    }

    /** What was gathered before the kernel refused to split would be lost in one message: it leaves in several. */
    private void write(DatagramGroup group) {
        if (segments) {
            write(group.close());
        } else {
            group.closeApart().forEach(this::write);
        }
    }

    private void write(DatagramPacket message) {
        messages++;
        channel.write(message, channel.voidPromise());
        if (!inBurst && !flushScheduled) {
            flushScheduled = true;
            loop.execute(this::flush);
        }
    }

    private void flush() {
        flushScheduled = false;
        channel.flush();
    }

    void burstBegins() {
        inBurst = true;
    }

    void burstEnds() {
        inBurst = false;
        channel.flush();
    }

    /**
     * A message could not be sent: the way may be one that splits none, because of its MTU or for want of checksums in hardware.
     *
     * @param error the kernel's negative error number
     */
    void failed(int error, Throwable failure) {
        if (segments && (error == EINVAL || error == EIO)) {
            segments = false;
            log.warn(
                    "this network takes no split messages ({}); packets go one by one from now on",
                    failure.getMessage());
        }
    }

    boolean segments() {
        return segments;
    }

    /** What has been sent so far. */
    PortTraffic.Direction traffic() {
        return new PortTraffic.Direction(datagrams, bytes, messages, dropped);
    }
}
