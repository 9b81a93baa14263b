package plenum.bench.board;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import plenum.bench.signaling.Batch;
import plenum.bench.signaling.Room;
import plenum.bench.signaling.Wire;

/** A tab that looks at a board: joins, opens it, reads all of it, draws and points. Lives on the event loop. */
final class BoardClient {
    private static final int LONGEST_TYPE = 32;

    private final Wire wire;
    private final Room room;
    private final int number;
    private final Sightings seen;
    private @Nullable Channel channel;
    private String board = "";
    private long openedAt;
    private boolean loaded;

    BoardClient(Wire wire, Room room, int number, Sightings seen) {
        this.wire = wire;
        this.room = room;
        this.number = number;
        this.seen = seen;
    }

    void open() {
        Channel dialled = wire.dial(room, number, new Handler());
        channel = dialled;
        dialled.closeFuture().addListener(gone -> {
            if (channel == dialled) {
                seen.lost();
            }
        });
    }

    void close() {
        Channel held = channel;
        channel = null;
        if (held != null) {
            held.close();
        }
    }

    /** @param steps the JSON of a list */
    void draw(String key, String steps) {
        say("{\"type\":\"board-draw\",\"board\":\"" + board + "\",\"key\":\"" + key + "\",\"steps\":" + steps + "}");
    }

    void point(int x, int y) {
        say("{\"type\":\"board-point\",\"page\":1,\"hand\":\"points\",\"points\":[" + x + "," + y + "]}");
    }

    void ping() {
        say("{\"type\":\"ping\",\"sent\":1}");
    }

    private void say(String json) {
        Channel held = channel;
        if (held != null) {
            held.writeAndFlush(new TextWebSocketFrame(json), held.voidPromise());
        }
    }

    private void received(ByteBuf text) {
        String type = text.toString(
                text.readerIndex(), Math.min(LONGEST_TYPE, text.readableBytes()), StandardCharsets.US_ASCII);
        if (type.startsWith("{\"type\":\"welcome\"")) {
            openedAt = System.nanoTime();
            say("{\"type\":\"board-open\"}");
        } else if (type.startsWith("{\"type\":\"board-part\"")) {
            part(text.toString(StandardCharsets.UTF_8));
        } else if (type.startsWith("{\"type\":\"board-drawn\"")) {
            seen.drawn(text);
        } else if (type.startsWith("{\"type\":\"board-pointers\"")) {
            seen.pointers(text);
        } else if (type.startsWith("{\"type\":\"not-stored\"") || type.startsWith("{\"type\":\"failed\"")) {
            seen.complained(text.toString(StandardCharsets.UTF_8));
        }
    }

    private void part(String message) {
        board = after(message, "\"board\":\"", '"');
        seen.part(message);
        if (message.contains("\"more\":true")) {
            say("{\"type\":\"board-more\",\"after\":" + after(message, "\"upTo\":", ',') + "}");
        } else if (!loaded) {
            loaded = true;
            seen.loaded(System.nanoTime() - openedAt);
        }
    }

    /** The last value of this name. */
    private static String after(String message, String name, char end) {
        int at = message.lastIndexOf(name) + name.length();
        return message.substring(at, message.indexOf(end, at));
    }

    private final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                say("{\"type\":\"join\",\"name\":\"Guest " + number + "\",\"microphone\":false,\"camera\":false}");
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (!(frame instanceof TextWebSocketFrame)) {
                return;
            }
            ByteBuf text = frame.content();
            if (text.getByte(text.readerIndex()) == '[') {
                new Batch(text).forEach(BoardClient.this::received);
            } else {
                received(text);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
