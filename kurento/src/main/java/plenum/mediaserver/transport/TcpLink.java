package plenum.mediaserver.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.transport.StreamFrames.TooLong;

/**
 * One connection of a peer's (ICE-TCP, RFC 6544), and to ICE the address at its other end: two are equal only when they are the same
 * connection.
 *
 * <p>Life: accepted → its first packet is an ICE check that names a peer → moved to that peer's loop → verified by the check → closed. What
 * the other side does not read fast enough is dropped: a picture that is late is worth nothing, and a queue makes all that follows late.
 */
final class TcpLink extends SocketAddress {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(TcpLink.class);

    private final transient TcpPort port;
    private final transient Channel channel;
    private final transient InetSocketAddress seen;
    private final transient StreamFrames frames = new StreamFrames();
    private final transient Runnable flush = this::flush;
    private transient @Nullable WebRtcTransport owner;
    private transient @Nullable ByteBuf unread;
    private boolean moving;
    private volatile boolean waits = true;
    private boolean flushes;

    TcpLink(TcpPort port, SocketChannel channel) {
        this.port = port;
        this.channel = channel;
        this.seen = channel.remoteAddress();
        channel.pipeline().addLast(new Reader());
    }

    /** The address of a peer as the network has it, by whatever way it is reached. */
    static InetSocketAddress seen(SocketAddress address) {
        return address instanceof TcpLink link ? link.seen : (InetSocketAddress) address;
    }

    /** Sends a packet, if the other side has kept up with what it was sent before. */
    void send(byte[] data, int length) {
        if (!channel.isWritable()) {
            port.counters().dropped();
            return;
        }
        port.counters().sent(length);
        ByteBuf framed = channel.alloc().directBuffer(StreamFrames.HEADER + length);
        framed.writeShort(length).writeBytes(data, 0, length);
        channel.write(framed, channel.voidPromise());
        if (!flushes) {
            flushes = true;
            channel.eventLoop().execute(flush); // with what else this turn of the loop sends
        }
    }

    private void flush() {
        flushes = false;
        channel.flush();
    }

    /** A check with the right password has come through it. */
    void verified() {
        leaveWaitingRoom();
    }

    private void leaveWaitingRoom() {
        if (waits) {
            waits = false;
            port.admitted(seen.getAddress());
        }
    }

    /** Whether no valid check has come through it yet. */
    boolean isWaiting() {
        return waits;
    }

    void close() {
        channel.close();
    }

    @Override
    public String toString() {
        return "tcp " + seen;
    }

    private void read(ByteBuf in) {
        try {
            for (int length = frames.next(in); length >= 0 && channel.isOpen(); length = frames.next(in)) {
                port.counters().received(length);
                take(length);
                if (moving) {
                    unread = in.readRetainedSlice(in.readableBytes());
                    return;
                }
            }
        } catch (TooLong e) {
            close();
        }
    }

    private void take(int length) {
        byte[] packet = frames.packet();
        StunMessage message = StunMessage.looksLikeStun(packet, length) ? StunMessage.parse(packet, length) : null;
        WebRtcTransport known = owner;
        if (known == null) {
            welcome(message);
        } else if (message == null && length > 0) {
            known.onDatagram(packet, length, this);
        } else if (message == null) {
            log.trace("an empty packet keeps a connection open");
        } else if (message.username() == null || port.directory().find(message.username()) == known) {
            known.onStun(message, this);
        }
    }

    /** The first packet: whoever names no peer is a stranger. */
    private void welcome(@Nullable StunMessage first) {
        WebRtcTransport named = first == null ? null : port.directory().find(first.username());
        if (first == null || named == null) {
            port.counters().stranger();
            close();
            return;
        }
        owner = named;
        if (named.port().loop().inLoop()) {
            named.onStun(first, this);
        } else {
            move(named, first);
        }
    }

    private void move(WebRtcTransport to, StunMessage first) {
        moving = true;
        channel.config().setAutoRead(false);
        channel.deregister()
                .addListener(done -> to.port().loop().netty().register(channel).addListener(arrival -> {
                    if (arrival.isSuccess()) {
                        goOn(to, first);
                    } else {
                        log.debug("a connection could not change its loop", arrival.cause());
                        close();
                    }
                }));
    }

    private void goOn(WebRtcTransport peer, StunMessage first) {
        moving = false;
        peer.onStun(first, this);
        ByteBuf rest = unread;
        unread = null;
        if (rest != null) {
            try {
                read(rest);
            } finally {
                rest.release();
            }
        }
        channel.config().setAutoRead(true);
    }

    private void ended() {
        leaveWaitingRoom();
        port.closed(this);
        if (unread != null) {
            unread.release();
            unread = null;
        }
        WebRtcTransport peer = owner;
        if (peer != null && peer.port().loop().inLoop()) {
            peer.onClosed(this);
        } else if (peer != null) {
            peer.port().loop().execute(() -> peer.onClosed(this)); // it ended while it moved
        }
    }

    private final class Reader extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf in = (ByteBuf) message;
            try {
                if (moving) {
                    unread = unread == null ? in.retain() : Unpooled.wrappedBuffer(unread, in.retain());
                } else {
                    read(in);
                }
            } finally {
                in.release();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            ended();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            log.debug("a connection ends", cause); // such as a reset by who is at its other end
            close();
        }
    }
}
