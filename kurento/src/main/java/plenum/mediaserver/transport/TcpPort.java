package plenum.mediaserver.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plenum.mediaserver.loop.NettyEventLoop;

/**
 * Accepts ICE-TCP connections (passive candidates, RFC 6544) of browsers that cannot use UDP. Accepts on one loop; a connection moves to
 * the loop of the peer that its first check names. A connection that names none, or is not verified in time, is closed.
 */
public final class TcpPort implements AutoCloseable {
    static final Duration CHECK_LIMIT = Duration.ofSeconds(10);
    static final int MAX_WAITING = 1_024;
    static final int MAX_WAITING_OF_ONE = 64;

    /** Half a second of a picture: what does not fit is dropped. */
    private static final WriteBufferWaterMark QUEUE = new WriteBufferWaterMark(64 * 1024, 128 * 1024);

    /** The size of the kernel's send buffer. */
    private static final long UNSENT_BYTES = 64L * 1024;

    private static final int BACKLOG = 256;

    private final NettyEventLoop loop;
    private final PeerDirectory directory;
    private final Channel channel;
    private final WaitingRoom waiting = new WaitingRoom(MAX_WAITING, MAX_WAITING_OF_ONE);
    private final Set<TcpLink> links = ConcurrentHashMap.newKeySet();
    private final TcpCounters counters = new TcpCounters();
    private final Duration checkLimit;

    private TcpPort(NettyEventLoop loop, PeerDirectory directory, InetSocketAddress address, Duration checkLimit)
            throws IOException {
        this.loop = loop;
        this.checkLimit = checkLimit;
        this.directory = directory;
        boolean epoll = Epoll.isAvailable();
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop.netty())
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, QUEUE)
                .childHandler(new Entrance());
        if (epoll) {
            bootstrap.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, UNSENT_BYTES);
        }
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on TCP port " + address.getPort() + " for media");
        }
        channel = bound.channel();
    }

    /** Listens on the first of these that is free; 0 is any. Blocks, so never called on a loop. */
    public static TcpPort open(
            NettyEventLoop loop, PeerDirectory directory, InetAddress address, Collection<Integer> numbers)
            throws IOException {
        return open(loop, directory, address, numbers, CHECK_LIMIT);
    }

    /** @param checkLimit how long a connection may take to prove whose it is */
    static TcpPort open(
            NettyEventLoop loop,
            PeerDirectory directory,
            InetAddress address,
            Collection<Integer> numbers,
            Duration checkLimit)
            throws IOException {
        IOException failure = new IOException("no TCP port to listen on");
        for (int number : numbers) {
            try {
                return new TcpPort(loop, directory, new InetSocketAddress(address, number), checkLimit);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** The counters of all connections; callable from any thread. */
    public PortTraffic traffic() {
        return counters.traffic();
    }

    PeerDirectory directory() {
        return directory;
    }

    TcpCounters counters() {
        return counters;
    }

    /** A connection from here waits no more: it has proved whose it is, or is gone. */
    void admitted(InetAddress from) {
        waiting.leave(from);
    }

    void closed(TcpLink link) {
        links.remove(link);
    }

    /** Connections that are open. */
    public int connections() {
        return links.size();
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        List.copyOf(links).forEach(TcpLink::close);
    }

    private final class Entrance extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel accepted) {
            if (accepted.remoteAddress() == null) {
                accepted.close(); // gone already
            } else if (waiting.enter(accepted.remoteAddress().getAddress())) {
                TcpLink link = new TcpLink(TcpPort.this, accepted);
                links.add(link);
                loop.schedule(checkLimit, () -> {
                    if (link.isWaiting()) {
                        link.close();
                    }
                });
            } else {
                counters.stranger();
                accepted.close();
            }
        }
    }
}
