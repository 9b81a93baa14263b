package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.unix.Errors;
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import plenum.mediaserver.loop.EventLoop;

/** The sender with the system's own sockets below it: whatever way it chooses, the same datagrams arrive. */
class UdpSenderOverSocketsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private DatagramSocket receiver;
    private MultiThreadIoEventLoopGroup threads;

    @BeforeEach
    void open() throws IOException {
        receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        receiver.setSoTimeout((int) LIMIT.toMillis());
    }

    @AfterEach
    void close() {
        receiver.close();
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private Channel epoll(ChannelInboundHandlerAdapter handler) {
        threads = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
        return bind(EpollDatagramChannel.class, handler);
    }

    private Channel nio() {
        threads = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        return bind(NioDatagramChannel.class, new ChannelInboundHandlerAdapter());
    }

    private Channel bind(Class<? extends Channel> type, ChannelInboundHandlerAdapter handler) {
        return new Bootstrap()
                .group(threads)
                .channel(type)
                .handler(handler)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    private static UdpSender sender(Channel channel) {
        return new UdpSender(new ChannelLoop(channel), channel);
    }

    private void sendFrame(Channel channel, UdpSender sender, int... lengths) {
        InetSocketAddress to = (InetSocketAddress) receiver.getLocalSocketAddress();
        DatagramGroup group = new DatagramGroup();
        CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < lengths.length; i++) {
                                byte[] data = new byte[lengths[i]];
                                data[0] = (byte) i;
                                sender.send(group, data, lengths[i], to, i < lengths.length - 1);
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
        Channel channel = epoll(new ChannelInboundHandlerAdapter());
        UdpSender sender = sender(channel);

        sendFrame(channel, sender, 1100, 1100, 1100, 300);

        assertThat(received(4)).containsExactly("0:1100", "1:1100", "2:1100", "3:300");
        assertThat(sender.segments()).isEqualTo(EpollDatagramChannel.isSegmentedDatagramPacketSupported());
        assertThat(sender.traffic().messages()).isEqualTo(sender.segments() ? 1 : 4);
    }

    @Test
    void aFrameArrivesAsItsDatagramsWithoutEpoll() throws IOException {
        Channel channel = nio();
        UdpSender sender = sender(channel);

        sendFrame(channel, sender, 1100, 1100, 300);

        assertThat(received(3)).containsExactly("0:1100", "1:1100", "2:300");
        assertThat(sender.segments()).isFalse();
    }

    /** More segments than any kernel takes is what a test can be refused for without owning the network. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aRefusalOfTheKernelReachesTheSenderAndEndsSplitting() throws IOException {
        AtomicReference<UdpSender> sender = new AtomicReference<>();
        Channel channel = epoll(new ChannelInboundHandlerAdapter() {
            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                if (cause instanceof Errors.NativeIoException failure) {
                    sender.get().failed(failure.expectedErr(), failure);
                }
            }
        });
        sender.set(sender(channel));
        assertThat(Epoll.isAvailable()).isTrue();

        InetSocketAddress to = (InetSocketAddress) receiver.getLocalSocketAddress();
        channel.eventLoop()
                .execute(() -> channel.writeAndFlush(
                        new SegmentedDatagramPacket(Unpooled.directBuffer().writeZero(2_000), 1, to),
                        channel.voidPromise()));
        await().atMost(LIMIT).until(() -> !sender.get().segments());
        sendFrame(channel, sender.get(), 1100, 1100);

        assertThat(received(2)).containsExactly("0:1100", "1:1100");
        assertThat(sender.get().traffic().messages()).isEqualTo(2);
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
