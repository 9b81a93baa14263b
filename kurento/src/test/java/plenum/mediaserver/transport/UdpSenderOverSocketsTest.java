package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import plenum.mediaserver.loop.EventLoop;

/** The sender with the system's own sockets below it: whatever way it chooses, the same datagrams arrive. */
@Tag("transport")
class UdpSenderOverSocketsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int SOL_SOCKET = 1;
    private static final int SO_NO_CHECK = 11;

    private DatagramSocket receiver;
    private final List<MultiThreadIoEventLoopGroup> threads = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        receiver.setSoTimeout((int) LIMIT.toMillis());
    }

    @AfterEach
    void close() {
        receiver.close();
        threads.forEach(
                thread -> thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly());
    }

    private Channel epoll() {
        return bind(EpollDatagramChannel.class, EpollIoHandler.newFactory());
    }

    private Channel nio() {
        return bind(NioDatagramChannel.class, NioIoHandler.newFactory());
    }

    private Channel bind(Class<? extends Channel> type, IoHandlerFactory io) {
        MultiThreadIoEventLoopGroup thread = new MultiThreadIoEventLoopGroup(1, io);
        threads.add(thread);
        return new Bootstrap()
                .group(thread)
                .channel(type)
                .handler(new ChannelInboundHandlerAdapter())
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    private void sendFrame(Channel channel, UdpSender sender, int... lengths) {
        Destination to = new Destination((InetSocketAddress) receiver.getLocalSocketAddress());
        CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < lengths.length; i++) {
                                byte[] data = new byte[lengths[i]];
                                data[0] = (byte) i;
                                sender.send(data, lengths[i], to);
                            }
                        },
                        channel.eventLoop())
                .join();
    }

    /** Number and length of each datagram that arrives. */
    private List<String> received(int count) throws IOException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DatagramPacket datagram = new DatagramPacket(new byte[2048], 2048);
            receiver.receive(datagram);
            all.add(datagram.getData()[0] + ":" + datagram.getLength());
        }
        return all;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFrameArrivesAsItsDatagramsWhereTheKernelSplits() throws IOException {
        Channel channel = epoll();
        KernelOutput output = new KernelOutput(new ChannelLoop(channel), socketOf(channel));

        sendFrame(channel, new UdpSender(new ChannelLoop(channel), output), 1100, 1100, 1100, 300);

        assertThat(received(4)).containsExactly("0:1100", "1:1100", "2:1100", "3:300");
        assertThat(messages(channel, output)).isEqualTo(output.splits() ? 1 : 4);
    }

    @Test
    void aFrameArrivesAsItsDatagramsByTheBestWayOfTheSystem() throws IOException {
        for (Channel channel : List.of(Epoll.isAvailable() ? epoll() : nio(), nio())) {
            sendFrame(channel, UdpSender.of(new ChannelLoop(channel), channel), 1100, 1100, 300);

            assertThat(received(3)).containsExactly("0:1100", "1:1100", "2:300");
        }
    }

    /** Without checksums there is nothing that the kernel could put on the parts: it refuses, as it does on some networks. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aRefusalOfTheKernelEndsSplittingAndLosesNothing() throws IOException {
        Channel channel = epoll();
        assertThat(channel.config().setOption(new IntegerUnixChannelOption("SO_NO_CHECK", SOL_SOCKET, SO_NO_CHECK), 1))
                .isTrue();
        KernelOutput output = new KernelOutput(new ChannelLoop(channel), socketOf(channel));
        UdpSender sender = new UdpSender(new ChannelLoop(channel), output);

        sendFrame(channel, sender, 1100, 1100, 300);
        sendFrame(channel, sender, 1100, 1100);

        assertThat(received(5)).containsExactly("0:1100", "1:1100", "2:300", "0:1100", "1:1100");
        assertThat(messages(channel, output)).isEqualTo(5);
        assertThat(output.splits()).isFalse();
    }

    /** The file number of a closed socket may be another file's. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsSentByAClosedChannel() {
        Channel channel = epoll();
        KernelOutput output = new KernelOutput(new ChannelLoop(channel), socketOf(channel));
        channel.close().syncUninterruptibly();

        sendFrame(channel, new UdpSender(new ChannelLoop(channel), output), 100, 100);

        assertThat(messages(channel, output)).isZero();
        assertThat(output.refused()).isEqualTo(2);
    }

    /** On the loop: what it sends arrives before it is counted. */
    private static long messages(Channel channel, KernelOutput output) {
        return CompletableFuture.supplyAsync(output::messages, channel.eventLoop())
                .join();
    }

    private static LinuxSocket socketOf(Channel channel) {
        return Objects.requireNonNull(LinuxSocket.of((EpollDatagramChannel) channel));
    }

    private record ChannelLoop(Channel channel) implements EventLoop {
        @Override
        public boolean inLoop() {
            return channel.eventLoop().inEventLoop();
        }

        @Override
        public void execute(Runnable task) {
            channel.eventLoop().execute(task);
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            var future = channel.eventLoop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }
}
