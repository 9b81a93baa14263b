package plenum.mediaserver.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.socket.nio.NioDatagramChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import plenum.mediaserver.client.VideoPacket;
import plenum.mediaserver.loop.EventLoops;
import plenum.mediaserver.loop.NettyEventLoop;

/**
 * {@code ./plenum bench floor}: drives a {@link BareForwarder} with the streams that the media server gets, and measures it alike. Its viewers decrypt what
 * they get, too, so that it is as late as packets are without a media server.
 */
public final class FloorBench implements AutoCloseable {
    /** The figure that others are compared with. */
    static final String COST = "cpuMicrosPerForwardedPacket";

    private static final int MAX_PACKET = 2048;

    private final EventLoops loops = new EventLoops(1);
    private final NettyEventLoop loop = loops.all().getFirst();
    private final List<Channel> sockets = new ArrayList<>();
    private final List<FloorPublisher> publishers = new ArrayList<>();
    private final Process forwarder;
    private Latencies received = new Latencies();

    private FloorBench(BenchOptions options) throws IOException {
        forwarder = JavaChild.command(BareForwarder.class).start();
        StringBuilder setup = new StringBuilder().append(options.publishers()).append('\n');
        for (int viewer = 0; viewer < options.viewers(); viewer++) {
            for (int publisher = 0; publisher < options.publishers(); publisher++) {
                setup.append(publisher)
                        .append(' ')
                        .append(port(open(new Viewer(options.publishers() * (viewer + 1) + publisher))))
                        .append('\n');
            }
        }
        forwarder.getOutputStream().write(setup.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        forwarder.getOutputStream().flush();
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(forwarder.getInputStream(), StandardCharsets.UTF_8));
        String line = answer.readLine();
        if (line == null) {
            throw new IOException("the bare forwarder did not start");
        }
        int port = Integer.parseInt(line);
        for (int i = 0; i < options.publishers(); i++) {
            publishers.add(new FloorPublisher(loop, open(new Ignoring()), i, port, options));
        }
    }

    /** Exit codes as {@link MediaBench#main}. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new BenchCommand<>(
                        BenchOptions.USAGE,
                        BenchOptions::parse,
                        (options, out) -> measure(options, options.window(), out))
                .run(List.of(arguments), System.out));
    }

    /** Starts a forwarder, measures it for {@code window}, and ends it. */
    static Report measure(BenchOptions options, Duration window, PrintStream out) throws IOException {
        out.printf(
                "the bare forwarder: %d streams in, %d out%n",
                options.publishers(), options.publishers() * options.viewers());
        try (FloorBench bench = new FloorBench(options)) {
            return bench.run(options, window);
        }
    }

    private Report run(BenchOptions options, Duration window) throws IOException {
        for (int i = 0; i < publishers.size(); i++) {
            publishers.get(i).start((double) i / publishers.size());
        }
        StopWatch.pass(options.warmUp());
        takeReceived();
        ProcessMeter before = ProcessMeter.read(forwarder.pid());
        StopWatch watch = new StopWatch();
        StopWatch.pass(window);
        Latencies latencies = takeReceived();
        long packets = latencies.count();
        ProcessMeter after = ProcessMeter.read(forwarder.pid());
        double seconds = watch.seconds();
        double cost = (after.cpuNanos() - before.cpuNanos()) / 1e3 / packets;
        double due = seconds * options.packetsPerSecond() * options.publishers() * options.viewers();
        return new Report()
                .with("publishers", options.publishers())
                .with("viewers", options.viewers())
                .with("seconds", seconds)
                .with("forwardedPackets", packets)
                .with("forwardedPacketsPerSecond", packets / seconds)
                .with(COST, cost)
                .with("forwardedPacketsPerSecondAndCore", 1e6 / cost)
                .with("lossPercent", Math.max(0, 100 * (due - packets) / due))
                .with("latencyMillis", latencies);
    }

    private Latencies takeReceived() {
        return CompletableFuture.supplyAsync(
                        () -> {
                            Latencies taken = received;
                            received = new Latencies();
                            return taken;
                        },
                        loop)
                .join();
    }

    /** A socket on the generator's loop, as a viewer's peer connection has one. */
    private Channel open(ChannelHandler handler) {
        Channel socket = new Bootstrap()
                .group(loop.netty())
                .channel(Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, 4 * 1024 * 1024)
                .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(MAX_PACKET))
                .handler(handler)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
        sockets.add(socket);
        return socket;
    }

    private static int port(Channel socket) {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    /** Ends the forwarder and closes the sockets. */
    @Override
    public void close() throws IOException {
        publishers.forEach(FloorPublisher::stop);
        sockets.forEach(socket -> socket.close().syncUninterruptibly());
        loops.close();
        forwarder.getOutputStream().close();
        JavaChild.end(forwarder);
    }

    /** Decrypts, and notes how late it is. */
    private final class Viewer extends SimpleChannelInboundHandler<DatagramPacket> {
        private final FloorCipher cipher;
        private final byte[] packet = new byte[MAX_PACKET];

        /** @param stream the number of its key */
        Viewer(int stream) {
            cipher = new FloorCipher(stream);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            int length = datagram.content().readableBytes();
            datagram.content().readBytes(packet, 0, length);
            long sentAt = VideoPacket.sentAt(packet, cipher.open(packet, length));
            received.add(System.nanoTime() - sentAt);
        }
    }

    /** What a publisher gets: nothing that matters. */
    private static final class Ignoring extends SimpleChannelInboundHandler<DatagramPacket> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
            // the bare forwarder tells publishers nothing
        }
    }
}
