package plenum.mediaserver.rpc;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's WebSocket. Back-pressure: a client that sends faster than it is answered is not read for a while. A client that does not
 * read its replies, or sends no heartbeat, is disconnected.
 */
final class JsonRpcConnection extends SimpleChannelInboundHandler<WebSocketFrame> implements ClientLink {
    static final int MAX_UNSENT_BYTES = 8 * 1024 * 1024;
    static final int MAX_UNANSWERED = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcConnection.class);
    private static final String PATH = "/kurento";

    /**
     * Kurento's Java client answers no pings. Its only sign of life is a heartbeat every four minutes, which may be late, and its own patience
     * ends after five: a minute of silence each, ours must last longer.
     */
    static final int SILENCES_TO_GIVE_UP = 6;

    private final RpcDispatcher dispatcher;
    private final Channel channel;
    private final AtomicLong unsentBytes = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile Optional<String> session = Optional.empty();
    private int silences;
    private boolean entered;

    JsonRpcConnection(RpcDispatcher dispatcher, Channel channel) {
        this.dispatcher = dispatcher;
        this.channel = channel;
    }

    @Override
    public Optional<String> session() {
        return session;
    }

    @Override
    public void session(Optional<String> sessionId) {
        session = sessionId;
    }

    @Override
    public void send(String message) {
        int size = message.getBytes(StandardCharsets.UTF_8).length;
        if (unsentBytes.addAndGet(size) > MAX_UNSENT_BYTES) {
            drop("does not read what it is sent");
            return;
        }
        LOG.debug("<< {} bytes", size);
        channel.writeAndFlush(new TextWebSocketFrame(message)).addListener(written -> unsentBytes.addAndGet(-size));
    }

    @Override
    public void drop(String reason) {
        LOG.info("client dropped: {}", reason);
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        silences = 0;
        super.channelRead(context, message);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (!(frame instanceof TextWebSocketFrame text)) {
            drop("sent what is not text");
            return;
        }
        if (unanswered.incrementAndGet() > MAX_UNANSWERED) {
            channel.config().setAutoRead(false);
        }
        dispatcher.take(this, text.text()).whenComplete((done, failure) -> {
            if (unanswered.decrementAndGet() <= MAX_UNANSWERED / 2) {
                channel.config().setAutoRead(true);
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
            enter();
        } else if (event instanceof IdleStateEvent) {
            checkSilence();
        } else {
            super.userEventTriggered(context, event);
        }
    }

    /** The real server upgrades whatever is asked for, and only then looks at the path. */
    private void enter() {
        if (PATH.equals(channel.attr(HttpEntrance.PATH).get())) {
            entered = true;
            LOG.info("client connected");
            LOG.debug("from {}", channel.remoteAddress());
        } else {
            channel.config().setAutoRead(true);
            channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.PROTOCOL_ERROR.code(), "Invalid path"))
                    .addListener(sent -> channel.close());
        }
    }

    private void checkSilence() {
        silences++;
        if (silences > SILENCES_TO_GIVE_UP) {
            drop("silent for too long");
        } else {
            channel.writeAndFlush(new PingWebSocketFrame());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        if (entered) {
            LOG.info("client disconnected");
        }
        dispatcher.closed(this);
        super.channelInactive(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        drop(cause.getClass().getSimpleName());
    }
}
