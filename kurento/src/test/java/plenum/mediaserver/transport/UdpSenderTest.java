package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.mediaserver.loop.VirtualLoop;

/** What the sender hands to the channel, and when. */
class UdpSenderTest {
    private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 1);
    private static final InetSocketAddress THERE = new InetSocketAddress("192.0.2.1", 2);
    private static final int EINVAL = -22;
    private static final int EIO = -5;
    private static final int ECONNREFUSED = -111;

    private final VirtualLoop loop = new VirtualLoop();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final DatagramGroup group = new DatagramGroup();

    @AfterEach
    void close() {
        group.discard();
        channel.finishAndReleaseAll();
    }

    private UdpSender sender(boolean segments) {
        return new UdpSender(loop, channel, segments);
    }

    private static byte[] bytes(int value, int length) {
        byte[] data = new byte[length];
        data[0] = (byte) value;
        return data;
    }

    /** Each message as "first byte of each datagram", such as {@code 1+2} for a split one. */
    private List<String> written() {
        List<String> messages = new ArrayList<>();
        for (DatagramPacket message = channel.readOutbound(); message != null; message = channel.readOutbound()) {
            int step = message instanceof SegmentedDatagramPacket split
                    ? split.segmentSize()
                    : message.content().readableBytes();
            List<String> parts = new ArrayList<>();
            for (int at = 0; at < message.content().readableBytes(); at += step) {
                parts.add(Integer.toString(message.content().getByte(at)));
            }
            messages.add(String.join("+", parts));
            message.release();
        }
        return messages;
    }

    private void send(UdpSender sender, int value, int length, boolean more) {
        sender.send(group, bytes(value, length), length, HERE, more);
    }

    @Test
    void sendsAFrameInOneMessage() {
        UdpSender sender = sender(true);

        send(sender, 1, 100, true);
        send(sender, 2, 100, true);
        assertThat(written()).isEmpty();
        send(sender, 3, 60, false);

        assertThat(written()).containsExactly("1+2+3");
        assertThat(sender.traffic()).isEqualTo(new PortTraffic.Direction(3, 260, 1, 0));
    }

    @Test
    void sendsAPacketByItselfWhenNothingFollows() {
        UdpSender sender = sender(true);

        send(sender, 1, 100, false);

        assertThat(written()).containsExactly("1");
    }

    @Test
    void sendsWhatWaitedWhenNothingFollowsAfterAll() {
        UdpSender sender = sender(true);
        send(sender, 1, 100, true);
        send(sender, 2, 100, true);

        sender.flush(group);
        sender.flush(group);

        assertThat(written()).containsExactly("1+2");
        assertThat(sender.traffic()).isEqualTo(new PortTraffic.Direction(2, 200, 1, 0));
    }

    @Test
    void keepsTheOrderWhenAPacketDoesNotFit() {
        UdpSender sender = sender(true);

        send(sender, 1, 100, true);
        send(sender, 2, 120, true);
        send(sender, 3, 120, false);
        sender.send(group, bytes(4, 100), 100, HERE, true);
        sender.send(group, bytes(5, 100), 100, THERE, false);

        assertThat(written()).containsExactly("1", "2+3", "4", "5");
    }

    @Test
    void flushesOnceAtTheEndOfABurst() {
        UdpSender sender = sender(true);

        sender.burstBegins();
        sender.send(bytes(1, 10), 10, HERE);
        sender.send(bytes(2, 10), 10, THERE);
        assertThat(written()).isEmpty();
        sender.burstEnds();

        assertThat(written()).containsExactly("1", "2");
    }

    @Test
    void splitsNothingAfterTheKernelRefusedOnce() {
        for (int refusal : new int[] {EINVAL, EIO}) {
            UdpSender sender = sender(true);

            sender.failed(refusal, new IOException("sendmsg"));
            send(sender, 1, 100, true);
            send(sender, 2, 100, false);

            assertThat(sender.segments()).isFalse();
            assertThat(written()).containsExactly("1", "2");
        }
    }

    @Test
    void goesOnSplittingAfterOtherFailures() {
        UdpSender sender = sender(true);

        sender.failed(ECONNREFUSED, new IOException("sendmsg"));

        assertThat(sender.segments()).isTrue();
    }

    @Test
    void losesNothingThatWasGatheredBeforeTheRefusal() {
        UdpSender sender = sender(true);
        send(sender, 1, 100, true);
        send(sender, 2, 100, true);

        sender.failed(EINVAL, new IOException("sendmsg"));
        send(sender, 3, 100, true);

        assertThat(written()).containsExactly("1", "2", "3");
        assertThat(sender.traffic()).isEqualTo(new PortTraffic.Direction(3, 300, 3, 0));
    }

    @Test
    void sendsOneByOneWhereTheKernelSplitsNothing() {
        UdpSender sender = sender(false);

        send(sender, 1, 100, true);
        send(sender, 2, 100, false);

        assertThat(written()).containsExactly("1", "2");
    }

    @Test
    void countsAndDropsWhatTheNetworkIsTooSlowFor() {
        channel.config().setOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(400, 800));
        UdpSender sender = sender(true);

        sender.burstBegins();
        sender.send(bytes(1, 900), 900, HERE);
        sender.send(bytes(2, 900), 900, HERE);
        send(sender, 3, 100, false);
        sender.burstEnds();
        sender.send(bytes(4, 10), 10, HERE);

        assertThat(written()).containsExactly("1", "4");
        assertThat(sender.traffic()).isEqualTo(new PortTraffic.Direction(2, 910, 2, 2));
    }

    @Test
    void tellsFromTheChannelWhetherMessagesAreSplit() {
        assertThat(new UdpSender(loop, channel).segments()).isFalse();
    }
}
