package plenum.mediaserver.transport;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollDatagramChannel;
import plenum.mediaserver.loop.EventLoop;

/**
 * The output of a UDP port. Datagrams that are sent while a burst is being read, or within one task, are sent together at its end, or
 * earlier if there are many.
 */
final class UdpSender {
    private final EventLoop loop;
    private final DatagramOutput output;
    private final Runnable flush = this::flush;
    private boolean inBurst;
    private boolean flushScheduled;
    private long datagrams;
    private long bytes;
    private long dropped;

    UdpSender(EventLoop loop, DatagramOutput output) {
        this.loop = loop;
        this.output = output;
    }

    /** The best way that this system has out of a bound channel. */
    static UdpSender of(EventLoop loop, Channel channel) {
        LinuxSocket socket = channel instanceof EpollDatagramChannel epoll ? LinuxSocket.of(epoll) : null;
        return new UdpSender(loop, socket == null ? new ChannelOutput(channel) : new KernelOutput(loop, socket));
    }

    /** Sends a datagram; those that follow one another to one and the same destination may leave in one message. */
    void send(byte[] data, int length, Destination to) {
        if (!output.add(data, length, to)) {
            dropped++;
            return;
        }
        datagrams++;
        bytes += length;
        if (!inBurst && !flushScheduled) {
            flushScheduled = true;
            loop.execute(flush);
        }
    }

    private void flush() {
        flushScheduled = false;
        output.flush();
    }

    void burstBegins() {
        inBurst = true;
    }

    void burstEnds() {
        inBurst = false;
        output.flush();
    }

    /** The counters of what has been sent. */
    PortTraffic.Direction traffic() {
        long refused = output.refused();
        return new PortTraffic.Direction(datagrams - refused, bytes, output.messages(), dropped + refused);
    }
}
