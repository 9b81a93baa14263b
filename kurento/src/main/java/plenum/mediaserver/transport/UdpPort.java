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
import io.netty.channel.unix.UnixChannelOption;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.loop.NettyEventLoop;

/**
 * The UDP socket that all peers of one loop share. A peer is found by the user name of its first ICE check and from then on by the verified
 * address; datagrams of no peer are dropped without an answer.
 *
 * <p>Where several loops share one port number, the kernel distributes datagrams over their sockets; a loop that reads a datagram of
 * another loop's peer hands it over. Each peer is answered from its own loop's socket.
 */
public final class UdpPort implements AutoCloseable {
    /** The longest datagram that is looked at; longer ones are cut and will not authenticate. */
    static final int MAX_DATAGRAM = 2048;

    /** The longest packet with longer extensions and what protection adds. */
    private static final int PACKET_BUFFER = MAX_DATAGRAM + 256;

    private static final Logger log = LoggerFactory.getLogger(UdpPort.class);
    private static final int SOCKET_BUFFER = 4 * 1024 * 1024;
    private static final int MAX_QUEUED_BYTES = 8 * 1024 * 1024;
    private static final int DATAGRAMS_PER_BURST = 64;

    private final NettyEventLoop loop;
    private final PeerDirectory directory;
    private final Map<SocketAddress, WebRtcTransport> byAddress;
    private final Channel channel;
    private final byte[] received = new byte[MAX_DATAGRAM];
    private final byte[] packetBuffer = new byte[PACKET_BUFFER];
    private final UdpSender sender;
    private final AtomicBoolean drains = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private List<Handover> inboxes = List.of();
    private int place;
    private long datagramsIn;
    private long bytesIn;
    private long strangers;

    private UdpPort(
            NettyEventLoop loop,
            PeerDirectory directory,
            Map<SocketAddress, WebRtcTransport> byAddress,
            InetSocketAddress address,
            boolean shared)
            throws IOException {
        this.loop = loop;
        this.directory = directory;
        this.byAddress = byAddress;
        boolean epoll = Epoll.isAvailable();
        Bootstrap bootstrap = new Bootstrap()
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
                .handler(new Reader());
        if (shared) {
            bootstrap.option(UnixChannelOption.SO_REUSEPORT, true);
        }
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot bind UDP port " + address.getPort(), bound.cause());
        }
        channel = bound.channel();
        sender = UdpSender.of(loop, channel);
    }

    /** Binds the first free port of {@code firstPort..lastPort}; 0 to 0 means any. Blocks, so never called on a loop. */
    public static UdpPort open(
            NettyEventLoop loop, PeerDirectory directory, InetAddress address, int firstPort, int lastPort)
            throws IOException {
        IOException failure = new IOException("empty port range");
        for (int port = firstPort; port <= lastPort; port++) {
            try {
                return new UdpPort(
                        loop, directory, new ConcurrentHashMap<>(), new InetSocketAddress(address, port), false);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Whether several loops can have the same port here. */
    public static boolean canShare() {
        return Epoll.isAvailable();
    }

    /** Binds one port for all of the loops. Blocks, so never called on a loop. */
    public static List<UdpPort> openShared(
            List<NettyEventLoop> loops, PeerDirectory directory, InetAddress address, int number) throws IOException {
        InetSocketAddress socket = new InetSocketAddress(address, number);
        requireFree(socket);
        Map<SocketAddress, WebRtcTransport> byAddress = new ConcurrentHashMap<>();
        List<UdpPort> ports = new ArrayList<>();
        try {
            for (NettyEventLoop loop : loops) {
                ports.add(new UdpPort(loop, directory, byAddress, socket, true));
            }
        } catch (IOException e) {
            ports.forEach(UdpPort::close);
            throw e;
        }
        for (int i = 0; i < ports.size(); i++) {
            ports.get(i).place = i;
            ports.get(i).inboxes = loops.stream().map(loop -> new Handover()).toList();
        }
        return List.copyOf(ports);
    }

    /** Sockets that share a port would do so with another process of the same user, too. */
    private static void requireFree(InetSocketAddress address) throws IOException {
        try (DatagramSocket probe = new DatagramSocket(null)) {
            probe.bind(address);
        } catch (SocketException e) {
            throw new IOException("cannot bind UDP port " + address.getPort(), e);
        }
    }

    public NettyEventLoop loop() {
        return loop;
    }

    /** Where the loop's peers build what they send: one packet at a time. */
    byte[] packetBuffer() {
        return packetBuffer;
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    void register(String ufrag, WebRtcTransport transport) {
        directory.register(ufrag, transport);
    }

    void unregister(String ufrag) {
        directory.unregister(ufrag);
    }

    /** Datagrams from {@code address} belong to {@code transport}; the last one that passed a check from there wins. */
    void route(SocketAddress address, WebRtcTransport transport) {
        byAddress.put(address, transport);
    }

    void unroute(SocketAddress address, WebRtcTransport transport) {
        byAddress.remove(address, transport);
    }

    /** Forgets every name and address of a peer. */
    void unregister(WebRtcTransport transport) {
        directory.unregister(transport);
        byAddress.values().removeIf(owner -> owner == transport);
    }

    /** The way out, on the port's loop. */
    UdpSender sender() {
        return sender;
    }

    /** Counts so far, on the port's loop. */
    public PortTraffic traffic() {
        return new PortTraffic(
                new PortTraffic.Direction(datagramsIn, bytesIn, datagramsIn, strangers), sender.traffic());
    }

    private void arrived(DatagramPacket datagram) {
        InetSocketAddress from = datagram.sender();
        int length = copy(datagram);
        if (length == 0 || from.getPort() == 0) {
            return; // nothing in it, or from where nothing can be sent back to
        }
        datagramsIn++;
        bytesIn += length;
        StunMessage message = StunMessage.looksLikeStun(received, length) ? StunMessage.parse(received, length) : null;
        boolean damaged = message == null && StunMessage.looksLikeStun(received, length);
        WebRtcTransport owner = damaged ? null : ownerOf(message, from);
        if (owner == null) {
            strangers++;
        } else if (owner.port() == this) {
            deliver(owner, message, length, from);
        } else if (!owner.port().handOver(place, datagram)) {
            strangers++;
        }
    }

    private int copy(DatagramPacket datagram) {
        int length = Math.min(datagram.content().readableBytes(), MAX_DATAGRAM);
        datagram.content().getBytes(datagram.content().readerIndex(), received, 0, length);
        return length;
    }

    private @Nullable WebRtcTransport ownerOf(@Nullable StunMessage message, InetSocketAddress from) {
        String username = message == null ? null : message.username();
        return username == null ? byAddress.get(from) : directory.find(username);
    }

    private void deliver(WebRtcTransport owner, @Nullable StunMessage message, int length, InetSocketAddress from) {
        if (message == null) {
            owner.onDatagram(received, length, from);
        } else {
            owner.onStun(message, from);
        }
    }

    /** By another loop of the same port: false when this one is too far behind, or has another number. */
    private boolean handOver(int from, DatagramPacket datagram) {
        if (inboxes.isEmpty()) {
            return false;
        }
        if (!inboxes.get(from).offer(datagram.retain())) {
            datagram.release();
            return false;
        }
        if (!drains.get() && drains.compareAndSet(false, true)) {
            loop.execute(drain);
        }
        return true;
    }

    private void drain() {
        drains.set(false); // before looking, so that what comes later is looked for again
        sender.burstBegins();
        try {
            for (Handover inbox : inboxes) {
                for (DatagramPacket next = inbox.poll(); next != null; next = inbox.poll()) {
                    takeOver(next);
                }
            }
        } finally {
            sender.burstEnds();
        }
    }

    private void takeOver(DatagramPacket datagram) {
        int length = copy(datagram);
        InetSocketAddress from = datagram.sender();
        datagram.release();
        StunMessage message = StunMessage.looksLikeStun(received, length) ? StunMessage.parse(received, length) : null;
        WebRtcTransport owner = ownerOf(message, from);
        if (owner != null && owner.port() == this) {
            deliver(owner, message, length, from);
        }
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
            arrived(datagram);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            sender.burstEnds();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            log.debug("datagram dropped", cause); // such as ICMP "port unreachable" of a peer that has gone
        }
    }
}
