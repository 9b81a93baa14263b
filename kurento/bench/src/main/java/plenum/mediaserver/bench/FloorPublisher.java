package plenum.mediaserver.bench;

import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import plenum.mediaserver.client.VideoPacket;
import plenum.mediaserver.loop.NettyEventLoop;

/** Sends what a {@link BenchPublisher} sends, at the same pace, under a key that needs no handshake. On its channel's loop. */
final class FloorPublisher {
    private static final int PACKETS_PER_FRAME = 2;

    private final NettyEventLoop loop;
    private final Channel channel;
    private final int number;
    private final FloorCipher cipher;
    private final InetSocketAddress to;
    private final byte[] packet;
    private final ByteBuffer view;
    private final int packetBytes;
    private final long frameNanos;
    private long nextFrame;
    private int sequence;
    private int picture;
    private boolean stopped;

    FloorPublisher(NettyEventLoop loop, Channel channel, int number, int port, BenchOptions options) {
        this.loop = loop;
        this.channel = channel;
        this.number = number;
        this.cipher = new FloorCipher(number);
        this.to = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.packetBytes = options.packetBytes();
        this.packet = new byte[packetBytes + FloorCipher.TAG];
        this.view = ByteBuffer.wrap(packet);
        this.frameNanos = PACKETS_PER_FRAME * 1_000_000_000L / options.packetsPerSecond();
    }

    /** Begins {@code share} of a frame's time from now, so that not all publishers send at once. */
    void start(double share) {
        nextFrame = loop.nanoTime() + (long) (share * frameNanos);
        loop.execute(this::sendDueFrames);
    }

    void stop() {
        loop.execute(() -> stopped = true);
    }

    private void sendDueFrames() {
        if (stopped) {
            return;
        }
        for (; nextFrame <= loop.nanoTime(); nextFrame += frameNanos) {
            for (int i = 0; i < PACKETS_PER_FRAME; i++) {
                boolean last = i == PACKETS_PER_FRAME - 1;
                VideoPacket.write(view, number, sequence++, picture, i == 0, last, false);
                int length = cipher.seal(packet, packetBytes);
                var message = channel.alloc().directBuffer(length).writeBytes(packet, 0, length);
                channel.write(new DatagramPacket(message, to), channel.voidPromise());
            }
            picture++;
        }
        channel.flush();
        loop.schedule(Duration.ofNanos(Math.max(1, nextFrame - loop.nanoTime())), this::sendDueFrames);
    }
}
