package plenum.bench.signaling;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.codec.http.websocketx.extensions.compression.WebSocketClientCompressionHandler;
import java.net.InetSocketAddress;
import java.net.URI;

/** Opens sockets as pages of the site do, all on one event loop. */
public final class Wire implements AutoCloseable {
    private static final int LONGEST_FRAME = 1 << 20;
    private static final int OPEN_MILLIS = 6000;

    private final URI site;
    private final boolean compression;
    private final int addresses;
    private final boolean behindProxy;
    private final EventLoopGroup loop;
    private final Bootstrap bootstrap;

    /**
     * @param addresses how many addresses the clients share
     * @param behindProxy whether all of them connect from one address, and name their own in {@code X-Forwarded-For}
     */
    public Wire(URI site, boolean compression, int addresses, boolean behindProxy) {
        this.site = site;
        this.compression = compression;
        this.addresses = addresses;
        this.behindProxy = behindProxy;
        boolean epoll = Epoll.isAvailable();
        loop = new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        bootstrap = new Bootstrap()
                .group(loop)
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, OPEN_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true);
    }

    public EventLoopGroup loop() {
        return loop;
    }

    /** Dials; what comes is the handler's, beginning with the event that the handshake is complete. */
    public Channel dial(Room room, int client, ChannelHandler handler) {
        ChannelFuture opening = bootstrap
                .clone()
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(16 * 1024));
                        if (compression) {
                            channel.pipeline().addLast(new WebSocketClientCompressionHandler(LONGEST_FRAME));
                        }
                        channel.pipeline()
                                .addLast(new WebSocketClientProtocolHandler(handshake(room, client)), handler);
                    }
                })
                .connect(
                        new InetSocketAddress("127.0.0.1", site.getPort()),
                        new InetSocketAddress(behindProxy ? "127.0.0.1" : address(client), 0));
        return opening.channel();
    }

    private WebSocketClientProtocolConfig handshake(Room room, int client) {
        HttpHeaders headers = new DefaultHttpHeaders().set("Origin", site.getScheme() + "://" + site.getAuthority());
        if (behindProxy) {
            headers.set("X-Forwarded-For", address(client));
        }
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(URI.create("ws://" + site.getAuthority() + "/ws/meetings/" + room.letters()))
                .version(WebSocketVersion.V13)
                .allowExtensions(true)
                .customHeaders(headers)
                .maxFramePayloadLength(LONGEST_FRAME)
                .handshakeTimeoutMillis(OPEN_MILLIS)
                .dropPongFrames(true)
                .withUTF8Validator(false)
                .build();
    }

    private String address(int client) {
        int network = client % addresses;
        return "127.1." + network / 200 + "." + (1 + network % 200);
    }

    @Override
    public void close() {
        loop.shutdownGracefully();
    }
}
