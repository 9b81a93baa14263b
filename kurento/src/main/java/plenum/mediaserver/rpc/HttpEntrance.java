package plenum.mediaserver.rpc;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first handler of a connection: answers {@code /health} and {@code /metrics}, lets allowed clients upgrade to a WebSocket, and refuses
 * all others.
 */
final class HttpEntrance extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger log = LoggerFactory.getLogger(HttpEntrance.class);

    static final AttributeKey<String> PATH = AttributeKey.valueOf(HttpEntrance.class, "path");

    private final AccessRule access;
    private final Refusals refusals;
    private final StatusPages pages;

    HttpEntrance(AccessRule access, Refusals refusals, StatusPages pages) {
        this.access = access;
        this.refusals = refusals;
        this.pages = pages;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            answer(context, HttpResponseStatus.BAD_REQUEST, "text/plain", "Bad request\n");
            return;
        }
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        if (request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            if (mayEnter(request, uri)) {
                context.channel().attr(PATH).set(uri.path());
                context.fireChannelRead(request.retain());
            } else {
                refusals.refused();
                answer(context, HttpResponseStatus.UNAUTHORIZED, "text/plain", "Token missing or wrong\n");
            }
        } else if (uri.path().equals("/health") && request.method().equals(HttpMethod.GET)) {
            tell(context, "health", "application/json", pages.health());
        } else if (uri.path().equals("/metrics") && request.method().equals(HttpMethod.GET)) {
            if (mayEnter(request, uri)) {
                tell(context, "metrics", "text/plain; version=0.0.4", pages.metrics());
            } else {
                answer(context, HttpResponseStatus.UNAUTHORIZED, "text/plain", "Token missing or wrong\n");
            }
        } else {
            answer(context, HttpResponseStatus.NOT_FOUND, "text/plain", "Not found\n");
        }
    }

    private static void tell(ChannelHandlerContext context, String name, String type, CompletionStage<String> page) {
        page.whenComplete((text, failure) -> {
            if (failure == null) {
                answer(context, HttpResponseStatus.OK, type, text);
            } else {
                log.warn("{} could not be told", name, failure);
                answer(context, HttpResponseStatus.SERVICE_UNAVAILABLE, "text/plain", "Not now\n");
            }
        });
    }

    private boolean mayEnter(FullHttpRequest request, QueryStringDecoder uri) {
        return access.admits(
                request.headers().get(HttpHeaderNames.AUTHORIZATION),
                uri.parameters().getOrDefault("token", List.of()),
                request.headers().get(HttpHeaderNames.HOST),
                request.headers().get(HttpHeaderNames.ORIGIN));
    }

    private static void answer(ChannelHandlerContext context, HttpResponseStatus status, String type, String body) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type + "; charset=utf-8")
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        HttpUtil.setContentLength(response, response.content().readableBytes());
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
