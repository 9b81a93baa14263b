package plenum.mediaserver.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.socket.DatagramPacket;
import io.netty.channel.unix.SegmentedDatagramPacket;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatagramGroupTest {
    private static final InetSocketAddress HERE = new InetSocketAddress("192.0.2.1", 1);
    private static final InetSocketAddress THERE = new InetSocketAddress("192.0.2.1", 2);
    private static final byte[] DATA = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    private final SendBuffers buffers = new SendBuffers();
    private final DatagramGroup group = new DatagramGroup();

    @BeforeEach
    void open() {
        group.open(buffers.take(), 4, HERE);
    }

    @Test
    void takesDatagramsAsLongAsTheFirst() {
        assertThat(group.add(DATA, 4)).as("complete").isFalse();

        assertThat(group.takes(4, HERE)).isTrue();
        assertThat(group.takes(5, HERE)).as("a longer one").isFalse();
        assertThat(group.takes(4, THERE)).as("one to somebody else").isFalse();
    }

    @Test
    void takesNothingBehindAShorterOne() {
        group.add(DATA, 4);

        assertThat(group.takes(3, HERE)).isTrue();
        assertThat(group.add(DATA, 3)).as("complete").isTrue();
        assertThat(group.takes(3, HERE)).isFalse();
    }

    @Test
    void isCompleteWithSixteen() {
        for (int i = 1; i < 16; i++) {
            assertThat(group.add(DATA, 4)).as("complete with " + i).isFalse();
        }
        assertThat(group.add(DATA, 4)).isTrue();
        assertThat(group.takes(4, HERE)).isFalse();
        assertThat(group.close().content().readableBytes()).isEqualTo(64);
    }

    @Test
    void closesAsOneMessageThatTheKernelSplits() {
        group.add(DATA, 4);
        group.add(DATA, 2);

        DatagramPacket message = group.close();

        assertThat(group.isOpen()).isFalse();
        assertThat(message.recipient()).isEqualTo(HERE);
        assertThat(ByteBufUtil.getBytes(message.content())).containsExactly(1, 2, 3, 4, 1, 2);
        assertThat(message)
                .isInstanceOfSatisfying(SegmentedDatagramPacket.class, segmented -> assertThat(segmented.segmentSize())
                        .isEqualTo(4));
        message.release();
    }

    @Test
    void closesAsAPlainMessageWithOneDatagram() {
        group.add(DATA, 4);

        DatagramPacket message = group.close();

        assertThat(message).isNotInstanceOf(SegmentedDatagramPacket.class);
        message.release();
    }

    @Test
    void closesAsOneMessageForEachDatagramWhereNothingIsSplit() {
        group.add(DATA, 4);
        group.add(DATA, 4);
        group.add(DATA, 2);

        List<DatagramPacket> messages = group.closeApart();

        assertThat(group.isOpen()).isFalse();
        assertThat(messages)
                .extracting(message -> message.content().readableBytes())
                .containsExactly(4, 4, 2);
        assertThat(messages).extracting(DatagramPacket::recipient).containsOnly(HERE);
        ByteBuf whole = messages.getFirst().content().unwrap();
        messages.forEach(DatagramPacket::release);
        assertThat(whole.refCnt()).as("references left").isZero();
    }

    @Test
    void forgetsWhatIsDiscarded() {
        group.add(DATA, 4);

        group.discard();

        assertThat(group.isOpen()).isFalse();
        assertThat(group.takes(4, HERE)).isFalse();
        group.discard();
    }

    @Test
    void startsAnewAfterClosing() {
        group.add(DATA, 2);
        group.close().release();

        group.open(buffers.take(), 6, THERE);

        assertThat(group.takes(6, THERE)).isTrue();
        assertThat(group.takes(4, HERE)).isFalse();
        group.discard();
    }

    @Test
    void usesABufferAgainOnceItIsReleasedTheLastOneFirst() {
        ByteBuf one = buffers.take();
        ByteBuf other = buffers.take().writeBytes(DATA);
        one.release();
        other.release();

        assertThat(buffers.take()).isSameAs(other);
        assertThat(other.readableBytes()).isZero();
        assertThat(other.refCnt()).isOne();
        assertThat(buffers.take()).isSameAs(one);
    }
}
