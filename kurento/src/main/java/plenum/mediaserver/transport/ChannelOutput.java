package plenum.mediaserver.transport;

import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;

/** Datagrams through a channel, one by one: for systems without {@link LinuxSocket}. */
final class ChannelOutput implements DatagramOutput {
    private final Channel channel;
    private long messages;

    ChannelOutput(Channel channel) {
        this.channel = channel;
    }

    @Override
    public boolean add(byte[] data, int length, Destination to) {
        if (!channel.isWritable()) {
            return false;
        }
        messages++;
        var content = channel.alloc().directBuffer(length).writeBytes(data, 0, length);
        channel.write(new DatagramPacket(content, to.address()), channel.voidPromise());
        return true;
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public long messages() {
        return messages;
    }

    @Override
    public long refused() {
        return 0; // the channel only tells its handler
    }
}
