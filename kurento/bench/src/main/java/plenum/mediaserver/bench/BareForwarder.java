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
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import plenum.mediaserver.loop.EventLoops;

/**
 * A process that forwards and does nothing else: receive, unprotect, rewrite the header, protect for each viewer, send a frame in one
 * message where the kernel splits messages. No ICE, no feedback, no repair, no state but the last frame: what it costs is what this
 * machine allows a forwarder in Java.
 */
final class BareForwarder extends SimpleChannelInboundHandler<DatagramPacket> {
    private static final int MAX_PACKET = 2048;
    private static final int MAX_FRAME = 16;
    private static final int SOCKET_BUFFER = 4 * 1024 * 1024;
    private static final int DATAGRAMS_PER_BURST = 64;

    /** A publisher's stream: the frame that is arriving, and who gets it. */
    private static final class Source {
        final FloorCipher cipher;
        final byte[][] frame = new byte[MAX_FRAME][MAX_PACKET];
        final int[] lengths = new int[MAX_FRAME];
        final List<Output> outputs = new ArrayList<>();
        int packets;

        Source(int number) {
            cipher = new FloorCipher(number);
        }
    }

    /** A viewer's stream. */
    private record Output(int number, FloorCipher cipher, InetSocketAddress to) {}

    private final List<Source> sources = new ArrayList<>();
    private final byte[] scratch = new byte[MAX_PACKET];
    private final ByteBuffer scratchWords = ByteBuffer.wrap(scratch);
    private final boolean segments = Epoll.isAvailable() && EpollDatagramChannel.isSegmentedDatagramPacketSupported();

    private BareForwarder(int publishers) {
        for (int i = 0; i < publishers; i++) {
            sources.add(new Source(i));
        }
    }

    /**
     * Reads on standard input how many publishers there are, then a line "publisher port" for each viewer's stream, then an empty one;
     * answers with the port that it listens on, and ends with its input.
     */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BareForwarder forwarder = new BareForwarder(Integer.parseInt(in.readLine()));
        int number = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String[] fields = line.split(" ");
            forwarder.addOutput(Integer.parseInt(fields[0]), number++, Integer.parseInt(fields[1]));
        }
        try (EventLoops loops = new EventLoops(1)) {
            Channel channel = forwarder.bind(loops);
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.println(((InetSocketAddress) channel.localAddress()).getPort());
            while (in.readLine() != null) {
                // whoever started this tells by closing it that it is over
            }
        }
    }

    private void addOutput(int source, int number, int port) {
        FloorCipher cipher = new FloorCipher(sources.size() + number);
        InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        sources.get(source).outputs.add(new Output(number, cipher, to));
    }

    private Channel bind(EventLoops loops) {
        return new Bootstrap()
                .group(loops.all().getFirst().netty())
                .channel(Epoll.isAvailable() ? EpollDatagramChannel.class : NioDatagramChannel.class)
                .option(ChannelOption.SO_RCVBUF, SOCKET_BUFFER)
                .option(ChannelOption.SO_SNDBUF, SOCKET_BUFFER)
                .option(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new FixedRecvByteBufAllocator(MAX_PACKET).maxMessagesPerRead(DATAGRAMS_PER_BURST))
                .handler(this)
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, DatagramPacket datagram) {
        int length = datagram.content().readableBytes();
        int number = datagram.content().getInt(8);
        if (number < 0 || number >= sources.size() || length > MAX_PACKET) {
            return;
        }
        Source source = sources.get(number);
        byte[] packet = source.frame[source.packets];
        datagram.content().readBytes(packet, 0, length);
        source.lengths[source.packets++] = source.cipher.open(packet, length);
        boolean last = (packet[1] & 0x80) != 0;
        if (last || source.packets == MAX_FRAME) {
            forward(context.channel(), source);
            source.packets = 0;
        }
    }

    private void forward(Channel channel, Source source) {
        for (Output output : source.outputs) {
            if (segments) {
                sendTogether(channel, source, output);
            } else {
                for (int i = 0; i < source.packets; i++) {
                    int length = protect(source, i, output);
                    ByteBuf message = channel.alloc().directBuffer(length).writeBytes(scratch, 0, length);
                    channel.write(new DatagramPacket(message, output.to), channel.voidPromise());
                }
            }
        }
    }

    private void sendTogether(Channel channel, Source source, Output output) {
        int size = source.lengths[0] + FloorCipher.TAG;
        ByteBuf message = channel.alloc().directBuffer(size * source.packets);
        for (int i = 0; i < source.packets; i++) {
            message.writeBytes(scratch, 0, protect(source, i, output));
        }
        channel.write(new SegmentedDatagramPacket(message, size, output.to), channel.voidPromise());
    }

    /** A copy of packet {@code i} under the viewer's own number and key, in {@link #scratch}; returns its length. */
    private int protect(Source source, int i, Output output) {
        System.arraycopy(source.frame[i], 0, scratch, 0, source.lengths[i]);
        scratchWords.putInt(8, output.number);
        return output.cipher.seal(scratch, source.lengths[i]);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }
}
