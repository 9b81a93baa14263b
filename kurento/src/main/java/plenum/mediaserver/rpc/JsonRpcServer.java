package plenum.mediaserver.rpc;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Listens for clients. Started once, closed once. */
public final class JsonRpcServer implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MAX_HTTP = 16 * 1024;
    private static final int SILENCE_SECONDS = 60;
    private static final int MAX_FRAME = RpcCodec.MAX_MESSAGE;
    private static final int CLOSE_MILLIS = 500;

    private final RpcDispatcher dispatcher;
    private final AccessRule access;
    private final Refusals refusals;
    private final StatusPages pages;
    private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory("plenum-rpc", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private @Nullable Channel listening;

    /**
     * @param token what clients must show; empty for loopback
     */
    public JsonRpcServer(RpcDispatcher dispatcher, Optional<String> token, StatusPages pages) {
        this.dispatcher = dispatcher;
        this.access = new AccessRule(token);
        this.refusals = new Refusals(token.isPresent(), System::nanoTime);
        this.pages = pages;
    }

    /** Binds, and returns the address that it got. */
    public InetSocketAddress start(InetSocketAddress address) throws IOException {
        ChannelFuture bound = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ClientPipeline())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + address, bound.cause());
        }
        listening = bound.channel();
        return (InetSocketAddress) bound.channel().localAddress();
    }

    @Override
    public void close() {
        if (listening != null) {
            listening.close().awaitUninterruptibly(CLOSE_MILLIS);
        }
        clients.close().awaitUninterruptibly(CLOSE_MILLIS);
        threads.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS).awaitUninterruptibly(CLOSE_MILLIS);
    }

    /** The handlers that a client's bytes pass, in order. */
    private final class ClientPipeline extends ChannelInitializer<SocketChannel> {
        @Override
        protected void initChannel(SocketChannel channel) {
            clients.add(channel);
            channel.pipeline()
                    .addLast(new IdleStateHandler(SILENCE_SECONDS, 0, 0))
                    .addLast(new HttpServerCodec())
                    .addLast(new HttpObjectAggregator(MAX_HTTP))
                    .addLast(new HttpEntrance(access, refusals, pages))
                    .addLast(new WebSocketServerProtocolHandler(webSocket()))
                    .addLast(new WebSocketFrameAggregator(RpcCodec.MAX_MESSAGE))
                    .addLast(new JsonRpcConnection(dispatcher, channel));
        }

        private WebSocketServerProtocolConfig webSocket() {
            return WebSocketServerProtocolConfig.newBuilder()
                    .websocketPath("/")
                    .checkStartsWith(true)
                    .maxFramePayloadLength(MAX_FRAME)
                    .allowExtensions(false)
                    .sendCloseFrame(null)
                    .dropPongFrames(true)
                    .build();
        }
    }
}
