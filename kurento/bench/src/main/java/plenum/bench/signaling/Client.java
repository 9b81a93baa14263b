package plenum.bench.signaling;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A browser's tab, as far as its socket goes: joins, pings, reads, and comes back when the socket is lost, as {@code connection.js} does.
 * Lives on the event loop.
 */
final class Client {
    private static final int PING_SECONDS = 5;
    private static final int FIRST_WAIT_MILLIS = 250;
    private static final int LONGEST_WAIT_MILLIS = 3000;
    private static final int SILENCE_SECONDS = 12;
    private static final String WELCOME = "{\"type\":\"welcome\"";
    private static final String CHAT = "{\"type\":\"chat-message\"";
    private static final String CHANGED = "{\"type\":\"participant-changed\"";
    private static final String RESUME = "\"resume\":\"";
    private static final int LONGEST_TYPE = 48;

    private final Wire wire;
    private final Room room;
    private final int number;
    private final Crowd crowd;
    private @Nullable Channel channel;
    private @Nullable String token;
    private long dialledAt;
    private long heardAt;
    private int attempt;
    private boolean in;
    private boolean closed;

    Client(Wire wire, Room room, int number, Crowd crowd) {
        this.wire = wire;
        this.room = room;
        this.number = number;
        this.crowd = crowd;
    }

    /** The first dial. */
    void open() {
        dialledAt = System.nanoTime();
        dial();
    }

    private void dial() {
        Channel dialled = wire.dial(room, number, new Handler());
        channel = dialled;
        heardAt = System.nanoTime();
        dialled.closeFuture().addListener(gone -> lost(dialled));
    }

    /** The network is gone: no close frame, nothing. */
    void cut() {
        Channel held = channel;
        if (held != null) {
            dialledAt = System.nanoTime();
            held.config().setOption(ChannelOption.SO_LINGER, 0);
            held.close();
        }
    }

    /** Closes for good. */
    void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
    }

    Room room() {
        return room;
    }

    boolean isIn() {
        return in;
    }

    void say(String json) {
        if (channel != null) {
            channel.writeAndFlush(new TextWebSocketFrame(json), channel.voidPromise());
        }
    }

    private void lost(Channel which) {
        if (which != channel || closed) {
            return;
        }
        if (in) {
            in = false;
            crowd.left();
        }
        channel = null;
        double full = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * Math.pow(2, Math.min(attempt++, 10)));
        long wait = Math.round(full * (1 - ThreadLocalRandom.current().nextDouble() / 4));
        wire.loop().schedule(this::dial, wait, TimeUnit.MILLISECONDS);
    }

    private void opened() {
        String resume = token == null ? "" : ",\"resume\":\"" + token + "\"";
        say("{\"type\":\"join\",\"name\":\"Guest " + number + "\",\"microphone\":false,\"camera\":false" + resume
                + "}");
    }

    private void welcomed(String frame) {
        int at = frame.indexOf(RESUME) + RESUME.length();
        String shown = frame.substring(at, frame.indexOf('"', at));
        crowd.entered(System.nanoTime() - dialledAt, token == null || token.equals(shown));
        token = shown;
        in = true;
        attempt = 0;
        say("{\"type\":\"catch-up\"}");
        Channel held = channel;
        if (held != null) {
            watch(held, PING_SECONDS * 1000L * (1 + number % 100) / 100);
        }
    }

    private void watch(Channel held, long millis) {
        held.eventLoop()
                .schedule(
                        () -> {
                            if (held != channel) {
                                return;
                            }
                            if (System.nanoTime() - heardAt > TimeUnit.SECONDS.toNanos(SILENCE_SECONDS)) {
                                held.close();
                                return;
                            }
                            say("{\"type\":\"ping\",\"sent\":1}");
                            watch(held, PING_SECONDS * 1000L);
                        },
                        millis,
                        TimeUnit.MILLISECONDS);
    }

    /** One message, or a list of those that the server sends together. */
    private void receivedFrame(ByteBuf text) {
        heardAt = System.nanoTime();
        if (text.getByte(text.readerIndex()) != '[') {
            received(text);
            return;
        }
        new Batch(text).forEach(this::received);
    }

    private void received(ByteBuf text) {
        String type = text.toString(
                text.readerIndex(), Math.min(LONGEST_TYPE, text.readableBytes()), StandardCharsets.US_ASCII);
        if (type.startsWith(WELCOME)) {
            welcomed(text.toString(StandardCharsets.UTF_8));
        } else if (type.startsWith(CHAT)) {
            crowd.read(text, heardAt);
        } else if (type.startsWith(CHANGED)) {
            String message = text.toString(StandardCharsets.UTF_8);
            if (message.contains(SlowReader.NAME) && message.contains("\"connected\":false")) {
                crowd.sawLoss(message);
            }
        } else if (type.startsWith("{\"type\":\"refused\"") || type.startsWith("{\"type\":\"not-stored\"")) {
            crowd.complained(text.toString(StandardCharsets.UTF_8));
        }
    }

    private final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                opened();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame) {
                receivedFrame(frame.content());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
