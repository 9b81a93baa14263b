package plenum.mediaserver.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.loop.NettyEventLoop;

/**
 * A bad network between one client and one server, in user space: the client sends to {@link #address()}, the server sees another port of
 * this machine, and what passes in either direction is lost, delayed and queued as an {@link Impairment} says.
 */
final class ImpairmentRelay implements AutoCloseable {
    private static final int MAX_DATAGRAM = 2048;

    private final NettyEventLoop loop;
    private final InetSocketAddress server;
    private final ImpairedLink up;
    private final ImpairedLink down;
    private final Channel towardsClient;
    private final Channel towardsServer;
    private @Nullable InetSocketAddress client;

    /** Opens both ports; not to be called on the loop. */
    ImpairmentRelay(NettyEventLoop loop, InetSocketAddress server, Impairment impairment, RandomGenerator random) {
        this.loop = loop;
        this.server = server;
        this.up = new ImpairedLink(impairment, random);
        this.down = new ImpairedLink(impairment, random);
        this.towardsClient = open(new FromClient());
        this.towardsServer = open(new FromServer());
    }

    /** Where the client sends to, instead of the server. */
    InetSocketAddress address() {
        return (InetSocketAddress) towardsClient.localAddress();
    }

    /** Datagrams from the server that the client never got; 0 to begin with. */
    CompletableFuture<Long> lostOnTheWayDown() {
        return CompletableFuture.supplyAsync(down::lost, loop);
    }

    private Channel open(SimpleChannelInboundHandler<DatagramPacket> reader) {
        return new Bootstrap()
                .group(loop.netty())
                .channel(Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, 4 * 1024 * 1024)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_DATAGRAM))
                .handler(reader)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    private void pass(ByteBuf content, ImpairedLink link, Channel out, InetSocketAddress to) {
        long now = loop.nanoTime();
        long arrival = link.arrival(content.readableBytes(), now);
        if (arrival == ImpairedLink.LOST) {
            return;
        }
        DatagramPacket copy = new DatagramPacket(content.retainedDuplicate(), to);
        if (arrival <= now) {
            out.writeAndFlush(copy);
        } else {
            loop.schedule(Duration.ofNanos(arrival - now), () -> out.writeAndFlush(copy));
        }
    }

    @Override
    public void close() {
        towardsClient.close().syncUninterruptibly();
        towardsServer.close().syncUninterruptibly();
    }

    private final class FromClient extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            client = datagram.sender();
            pass(datagram.content(), up, towardsServer, server);
        }
    }

    private final class FromServer extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            if (client != null) {
                pass(datagram.content(), down, towardsClient, client);
            }
        }
    }
}
