package plenum.mediaserver.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.EventLoop;

/**
 * A pair of UDP sockets for RTP and RTCP of one section, without ICE and DTLS (RFC 3550 section 11). Each socket is read by a virtual
 * thread, which hands datagrams to the loop; all else is on the loop. Takes datagrams of the other end's address alone.
 */
public final class PlainTransport implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PlainTransport.class);
    private static final int MAX_DATAGRAM = UdpPort.MAX_DATAGRAM;
    /** Datagrams that wait for the loop; more are dropped, as a full socket would do. */
    private static final int MOST_WAITING = 512;

    /** Takes what arrives; the array is the listener's. */
    public interface Listener {
        void rtp(byte[] packet, int length);

        void rtcp(byte[] packet, int length);
    }

    private final EventLoop loop;
    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final Listener listener;
    private final AtomicInteger waiting = new AtomicInteger();
    private @Nullable InetSocketAddress rtpTo;
    private @Nullable InetSocketAddress rtcpTo;
    private @Nullable SrtpSession protection;
    private boolean closed;

    private PlainTransport(EventLoop loop, DatagramChannel rtp, DatagramChannel rtcp, Listener listener) {
        this.loop = loop;
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.listener = listener;
        Thread.ofVirtual().name("rtp").start(() -> read(rtp, this::takeRtp));
        Thread.ofVirtual().name("rtcp").start(() -> read(rtcp, this::takeRtcp));
    }

    /** Binds a pair of ports of {@code first..last}, the even one for RTP; 0 to 0 means any two. */
    public static PlainTransport open(EventLoop loop, InetAddress address, int first, int last, Listener listener)
            throws IOException {
        if (first == 0) {
            return pair(loop, address, 0, 0, listener);
        }
        IOException failure = new IOException("no pair of ports in the range");
        for (int port = first + (first & 1); port < last; port += 2) {
            try {
                return pair(loop, address, port, port + 1, listener);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private static PlainTransport pair(
            EventLoop loop, InetAddress address, int rtpPort, int rtcpPort, Listener listener) throws IOException {
        DatagramChannel rtp = DatagramChannel.open();
        DatagramChannel rtcp = DatagramChannel.open();
        try {
            rtp.bind(new InetSocketAddress(address, rtpPort));
            rtcp.bind(new InetSocketAddress(address, rtcpPort));
            return new PlainTransport(loop, rtp, rtcp, listener);
        } catch (IOException e) {
            rtp.close();
            rtcp.close();
            throw e;
        }
    }

    public int rtpPort() {
        return port(rtp);
    }

    public int rtcpPort() {
        return port(rtcp);
    }

    private static int port(DatagramChannel channel) {
        return channel.socket().getLocalPort();
    }

    /** A key of our own. */
    public static SdesKey newKey(SecureRandom random) {
        return SdesKey.random(random);
    }

    /**
     * Sets the other end.
     *
     * @param ours the key that protects what is sent; null for RTP in clear
     * @param theirs the value of the crypto attribute with the key of what arrives
     * @return false when that key cannot be read: nothing flows then
     */
    public boolean connect(
            InetSocketAddress rtpEnd, InetSocketAddress rtcpEnd, @Nullable SdesKey ours, Optional<String> theirs) {
        if (ours != null) {
            Optional<SdesKey> key = theirs.flatMap(SdesKey::read);
            if (key.isEmpty()) {
                return false;
            }
            protection = new SrtpSession(ours.keys(), key.get().keys());
        }
        rtpTo = rtpEnd;
        rtcpTo = rtcpEnd;
        return true;
    }

    private void read(DatagramChannel from, Taker taker) {
        ByteBuffer buffer = ByteBuffer.allocate(MAX_DATAGRAM);
        while (from.isOpen()) {
            try {
                SocketAddress sender = from.receive(buffer.clear());
                buffer.flip();
                if (sender instanceof InetSocketAddress address && waiting.get() < MOST_WAITING) {
                    byte[] data = new byte[buffer.remaining()];
                    buffer.get(data);
                    waiting.incrementAndGet();
                    loop.execute(() -> {
                        waiting.decrementAndGet();
                        taker.take(data, address);
                    });
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                log.debug("datagram dropped", e); // such as ICMP "port unreachable" of an end that has gone
            }
        }
    }

    /** Takes a datagram on the loop. */
    private interface Taker {
        void take(byte[] data, InetSocketAddress from);
    }

    private void takeRtp(byte[] data, InetSocketAddress from) {
        int length = isOf(rtpTo, from) ? data.length : 0;
        SrtpSession srtp = protection;
        if (length > 0 && srtp != null) {
            length = srtp.unprotectRtp(data, length);
        }
        if (length > 0) {
            listener.rtp(data, length);
        }
    }

    private void takeRtcp(byte[] data, InetSocketAddress from) {
        int length = isOf(rtcpTo, from) ? data.length : 0;
        SrtpSession srtp = protection;
        if (length > 0 && srtp != null) {
            length = srtp.unprotectRtcp(data, length);
        }
        if (length > 0) {
            listener.rtcp(data, length);
        }
    }

    /** Another port of it is that of a translator in between. */
    private boolean isOf(@Nullable InetSocketAddress end, InetSocketAddress from) {
        return !closed && end != null && end.getAddress().equals(from.getAddress());
    }

    /** Where packets are built: long enough for the longest and what protection adds. */
    public static byte[] packetBuffer() {
        return new byte[MAX_DATAGRAM + SrtpProfile.MAX_TRAILER];
    }

    /** Protects and sends; the array has room behind the packet. */
    public void sendRtp(byte[] packet, int length) {
        SrtpSession srtp = protection;
        send(rtp, rtpTo, packet, srtp == null ? length : srtp.protectRtp(packet, length));
    }

    /** As {@link #sendRtp}. */
    public void sendRtcp(byte[] packet, int length) {
        SrtpSession srtp = protection;
        send(rtcp, rtcpTo, packet, srtp == null ? length : srtp.protectRtcp(packet, length));
    }

    private void send(DatagramChannel through, @Nullable InetSocketAddress to, byte[] packet, int length) {
        if (closed || to == null || length <= 0) {
            return;
        }
        try {
            through.send(ByteBuffer.wrap(packet, 0, length), to);
        } catch (IOException e) {
            log.debug("datagram not sent", e); // the network loses some, too
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            rtp.close();
            rtcp.close();
        } catch (IOException e) {
            log.debug("socket not closed", e);
        }
    }
}
