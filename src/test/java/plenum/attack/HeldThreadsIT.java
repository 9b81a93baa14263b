package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Connections that send or take so slowly that they would hold a thread of the server each: there are 32 for all pages. */
@Tag("attack")
class HeldThreadsIT {
    private static final int CONNECTIONS = 48;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(4);
    private static final Pattern SCRIPT = Pattern.compile("src=\"([^\"]*components\\.js[^\"]*)\"");
    private static final int PAUSE_MILLIS = 500;
    private static final int SMALLEST_BUFFER = 2048;
    private static final int MOST_UNREAD = 1 << 20;

    private final Scene scene = Scene.shared();

    @Test
    void postsThatArriveByteByByteHoldNobodyUp() {
        scene.bystanders().during("slow posts", () -> {
            try (Stranger attacker = scene.stranger("127.0.3.1");
                    Crowd crowd = new Crowd()) {
                for (int i = 0; i < CONNECTIONS * Scene.FORCE; i++) {
                    crowd.add(attacker::connect, socket -> trickle(attacker, socket));
                }
                pass(LONG_ENOUGH);
            }
        });
    }

    private static void trickle(Stranger attacker, Socket socket) throws IOException {
        Stranger.write(
                socket,
                "POST /new HTTP/1.1\r\nHost: " + attacker.site().getAuthority() + "\r\nOrigin: " + attacker.origin()
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n");
        socket.setSoTimeout(PAUSE_MILLIS);
        boolean ended = false;
        while (!ended) {
            Stranger.write(socket, "a");
            ended = isAnswered(socket);
        }
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        try {
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void answersThatNobodyReadsHoldNobodyUp() {
        scene.bystanders().during("unread answers", () -> {
            try (Stranger attacker = scene.stranger("127.0.3.2");
                    Crowd crowd = new Crowd()) {
                String large = script(attacker);
                for (int i = 0; i < CONNECTIONS * Scene.FORCE; i++) {
                    crowd.add(() -> deaf(attacker), socket -> {
                        for (int request = 0; request < 14; request++) {
                            Stranger.write(
                                    socket,
                                    "GET " + large + " HTTP/1.1\r\nHost: "
                                            + attacker.site().getAuthority() + "\r\n\r\n");
                        }
                        pass(LONG_ENOUGH);
                    });
                }
                pass(LONG_ENOUGH);
                assertThat(unreadBytes("0203007F"))
                        .allSatisfy(bytes -> assertThat(bytes).isLessThan(MOST_UNREAD));
            }
        });
    }

    /** The largest of the scripts of our own pages, half a megabyte. */
    private static String script(Stranger visitor) {
        Matcher script = SCRIPT.matcher(visitor.get("/new").body());
        assertThat(script.find()).isTrue();
        return script.group(1).replace("&amp;", "&");
    }

    /** A connection whose receiver has hardly any room. */
    private static Socket deaf(Stranger attacker) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALLEST_BUFFER);
        socket.bind(new InetSocketAddress(attacker.address(), 0));
        socket.connect(
                new InetSocketAddress(attacker.site().getHost(), attacker.site().getPort()));
        return socket;
    }

    @Test
    void streamsOfHttp2WithoutAWindowHoldNobodyUp() {
        scene.bystanders().during("HTTP/2 streams without a window", () -> {
            try (Stranger attacker = scene.stranger("127.0.3.3");
                    Crowd crowd = new Crowd()) {
                String authority = attacker.site().getAuthority();
                crowd.add(attacker::connect, socket -> {
                    Http2 connection = Http2.withWindow(socket, 0);
                    for (int stream = 0; stream < CONNECTIONS * Scene.FORCE; stream++) {
                        connection.get(authority, "/check");
                    }
                    pass(LONG_ENOUGH);
                });
                pass(LONG_ENOUGH);
            }
        });
    }

    @Test
    void postsOfHttp2ThatDoNotEndHoldNobodyUp() {
        scene.bystanders().during("HTTP/2 posts that do not end", () -> {
            try (Stranger attacker = scene.stranger("127.0.3.4");
                    Crowd crowd = new Crowd()) {
                String authority = attacker.site().getAuthority();
                crowd.add(attacker::connect, socket -> {
                    Http2 connection = Http2.withWindow(socket, 65_535);
                    for (int stream = 0; stream < CONNECTIONS * Scene.FORCE; stream++) {
                        connection.beginPost(authority, "/new");
                    }
                    pass(LONG_ENOUGH);
                });
                pass(LONG_ENOUGH);
            }
        });
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.multipliedBy(3)).until(() -> true);
    }

    /**
     * What the kernel keeps for the connections of a remote address: bytes that were sent and that nobody took.
     *
     * @param address in hexadecimal, as {@code proc_net_tcp(5)} writes it; IPv6 sockets have it at the end
     */
    private static List<Long> unreadBytes(String address) throws IOException {
        List<Long> unread = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            try (Stream<String> lines = Files.lines(Path.of(table))) {
                lines.skip(1)
                        .map(line -> line.strip().split("\\s+"))
                        .filter(fields -> fields[2].split(":")[0].endsWith(address))
                        .map(fields -> Long.parseLong(fields[4].split(":")[0], 16))
                        .forEach(unread::add);
            }
        }
        return unread;
    }
}
