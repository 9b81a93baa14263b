package plenum.mediaserver.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.unix.Errors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.NettyEventLoop;

/**
 * The UDP socket that all peers of one loop share. A peer is found by the user name of its first ICE check and from then on by the
 * address that passed it; what belongs to nobody is dropped unanswered.
 */
public final class UdpPort implements AutoCloseable {
    /** The longest datagram that is looked at; longer ones are cut and will not authenticate. */
    static final int MAX_DATAGRAM = 2048;

    private static final Logger log = LoggerFactory.getLogger(UdpPort.class);
    private static final int SOCKET_BUFFER = 4 * 1024 * 1024;
    private static final int MAX_QUEUED_BYTES = 8 * 1024 * 1024;
    private static final int DATAGRAMS_PER_BURST = 64;

    private final NettyEventLoop loop;
    private final Channel channel;
    private final Map<String, WebRtcTransport> byUfrag = new HashMap<>();
    private final Map<InetSocketAddress, WebRtcTransport> byAddress = new HashMap<>();
    private final byte[] received = new byte[MAX_DATAGRAM];
    private final UdpSender sender;
    private long datagramsIn;
    private long bytesIn;
    private long strangers;

    private UdpPort(NettyEventLoop loop, InetSocketAddress address) throws IOException {
        this.loop = loop;
        boolean epoll = Epoll.isAvailable();
        ChannelFuture bound = new Bootstrap()
                .group(loop.netty())
                .channel(epoll ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
                .option(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(MAX_QUEUED_BYTES / 2, MAX_QUEUED_BYTES))
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(MAX_DATAGRAM).maxMessagesPerRead(DATAGRAMS_PER_BURST))
                .handler(new Reader())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot bind UDP port " + address.getPort(), bound.cause());
        }
        channel = bound.channel();
        sender = new UdpSender(loop, channel);
    }

    /** Binds the first free port of {@code firstPort..lastPort}; 0 to 0 means any. Blocks, so never called on a loop. */
    public static UdpPort open(NettyEventLoop loop, InetAddress address, int firstPort, int lastPort)
            throws IOException {
        IOException failure = new IOException("empty port range");
        for (int port = firstPort; port <= lastPort; port++) {
            try {
                return new UdpPort(loop, new InetSocketAddress(address, port));
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    public NettyEventLoop loop() {
        return loop;
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    void register(String ufrag, WebRtcTransport transport) {
        byUfrag.put(ufrag, transport);
    }

    void unregister(String ufrag) {
        byUfrag.remove(ufrag);
    }

    /** Datagrams from {@code address} belong to {@code transport}; the last one that passed a check from there wins. */
    void route(InetSocketAddress address, WebRtcTransport transport) {
        byAddress.put(address, transport);
    }

    void unroute(InetSocketAddress address, WebRtcTransport transport) {
        byAddress.remove(address, transport);
    }

    /** Forgets every name and address of a peer. */
    void unregister(WebRtcTransport transport) {
        byUfrag.values().removeIf(owner -> owner == transport);
        byAddress.values().removeIf(owner -> owner == transport);
    }

    /** The way out, on the port's loop. */
    UdpSender sender() {
        return sender;
    }

    /** Counts so far, on the port's loop. */
    public UdpTraffic traffic() {
        return new UdpTraffic(new UdpTraffic.Direction(datagramsIn, bytesIn, datagramsIn, strangers), sender.traffic());
    }

    private void dispatch(int length, InetSocketAddress from) {
        if (length == 0 || from.getPort() == 0) {
            return; // nothing in it, or from where nothing can be sent back to
        }
        datagramsIn++;
        bytesIn += length;
        WebRtcTransport owner;
        if (StunMessage.looksLikeStun(received, length)) {
            StunMessage message = StunMessage.parse(received, length);
            owner = message == null ? null : ownerOf(message, from);
            if (owner != null && message != null) {
                owner.onStun(message, from);
            }
        } else {
            owner = byAddress.get(from);
            if (owner != null) {
                owner.onDatagram(received, length, from);
            }
        }
        strangers += owner == null ? 1 : 0;
    }

    private @Nullable WebRtcTransport ownerOf(StunMessage message, InetSocketAddress from) {
        String username = message.username();
        if (username == null) {
            return byAddress.get(from); // a response
        }
        int colon = username.indexOf(':');
        return colon < 0 ? null : byUfrag.get(username.substring(0, colon));
    }

    /** Closes the socket; peers that still use it fall silent. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }

    /** Copies each datagram out of Netty's buffer, because the ciphers work fastest on arrays. */
    private final class Reader extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            sender.burstBegins();
            int length = Math.min(datagram.content().readableBytes(), MAX_DATAGRAM);
            datagram.content().readBytes(received, 0, length);
            dispatch(length, datagram.sender());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            sender.burstEnds();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            log.debug("datagram dropped", cause); // such as ICMP "port unreachable" of a peer that has gone
            if (cause instanceof Errors.NativeIoException failure) {
                sender.failed(failure.expectedErr(), failure);
            }
        }
    }
}
