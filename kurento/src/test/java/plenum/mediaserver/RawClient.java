package plenum.mediaserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket client that sends what it is told and keeps what it hears. Not made of {@code java.net.http}: that one now and then overlooks
 * that the server has ended the connection without a close frame.
 */
public final class RawClient implements AutoCloseable {
    /** Stands for a connection that was cut without a close frame. */
    public static final String EOF = "EOF";

    private static final int PATIENCE_SECONDS = 30;
    private static final int MAX_MESSAGE = 16 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventLoopGroup THREADS =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("raw-client", true), NioIoHandler.newFactory());

    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> upgraded = new CompletableFuture<>();
    private final Channel channel;
    private volatile boolean ended;

    /**
     * Connects.
     *
     * @param headers names and values of headers to send, in turn
     * @throws java.util.concurrent.CompletionException when the server refuses
     */
    public RawClient(URI uri, String... headers) {
        HttpHeaders sent = new DefaultHttpHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            sent.set(headers[i], headers[i + 1]);
        }
        WebSocketClientProtocolConfig webSocket = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .customHeaders(sent)
                .maxFramePayloadLength(MAX_MESSAGE)
                .handleCloseFrames(false)
                .build();
        channel = new Bootstrap()
                .group(THREADS)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel socket) {
                        socket.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(MAX_MESSAGE))
                                .addLast(new WebSocketClientProtocolHandler(webSocket))
                                .addLast(new WebSocketFrameAggregator(MAX_MESSAGE))
                                .addLast(new Ears());
                    }
                })
                .connect(uri.getHost(), uri.getPort())
                .syncUninterruptibly()
                .channel();
        upgraded.join();
    }

    /** Sends without waiting for a reply. */
    public void send(String text) {
        channel.writeAndFlush(new TextWebSocketFrame(text)).syncUninterruptibly();
    }

    /** Sends, and returns the next message that is not an event; {@link #EOF} or {@code CLOSE code reason} when it ends. */
    public String ask(String text) throws InterruptedException {
        if (ended) {
            return EOF;
        }
        channel.writeAndFlush(new TextWebSocketFrame(text)).awaitUninterruptibly();
        return next();
    }

    public String next() throws InterruptedException {
        String reply = replies.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (reply == null) {
            throw new AssertionError("no reply within " + PATIENCE_SECONDS + " s");
        }
        return reply;
    }

    public JsonNode call(String text) throws InterruptedException, JsonProcessingException {
        return JSON.readTree(ask(text));
    }

    public List<JsonNode> events() {
        return events;
    }

    /** Cuts the connection. */
    public void abort() {
        channel.close().awaitUninterruptibly();
    }

    @Override
    public void close() {
        abort();
    }

    private void end(String how) {
        if (!ended) {
            ended = true;
            replies.add(how);
        }
    }

    /** Sorts what comes in. */
    private final class Ears extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) throws Exception {
            if (frame instanceof TextWebSocketFrame text) {
                hear(text.text());
            } else if (frame instanceof CloseWebSocketFrame close) {
                end("CLOSE " + close.statusCode() + " " + close.reasonText());
            }
        }

        private void hear(String message) throws JsonProcessingException {
            JsonNode json = JSON.readTree(message);
            if (json.has("method")) {
                events.add(json);
            } else {
                replies.add(message);
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                upgraded.complete(null);
            }
            super.userEventTriggered(context, event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            upgraded.completeExceptionally(new IllegalStateException("the connection ended before it was upgraded"));
            end(EOF);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            upgraded.completeExceptionally(cause);
            if (cause instanceof JsonProcessingException) {
                replies.add("not JSON: " + cause.getMessage());
            } else {
                context.close();
            }
        }
    }
}
