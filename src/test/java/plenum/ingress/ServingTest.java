package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xnio.Options;
import plenum.platform.Settings.Proxies;

/** A real Undertow with pages that block, as servlets do, and time of our own. */
@Tag("ingress")
class ServingTest {
    private static final String STRANGER = "127.0.0.66";
    private static final String BYSTANDER = "127.0.0.1";
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final byte[] LARGE = new byte[3_000_000];

    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger writing = new AtomicInteger();
    private final List<RawConnection> connections = new ArrayList<>();
    private volatile Instant now = Instant.EPOCH;
    private final Deadlines deadlines = new Deadlines(() -> now);
    private final Serving serving = new Serving(new Serving.Limits(8, 3, TIME, 20, 25, 4, 6), false, deadlines);
    private Undertow undertow;
    private int port;

    @BeforeEach
    void start() {
        HttpHandler pages = serving.pages(this::page);
        HttpHandler handshakes = serving.handshakes(this::page);
        HttpHandler forms = serving.forms(this::page);
        Proxies none = new Proxies(false, List.of());
        undertow = Undertow.builder()
                // as in a deployment
                .addHttpListener(0, "127.0.0.1", new HttpContinueReadHandler(exchange -> {
                    Client.find(exchange, none);
                    boolean handshake = exchange.getRelativePath().startsWith("/ws/");
                    boolean form = exchange.getRelativePath().startsWith("/form");
                    (handshake ? handshakes : form ? forms : pages).handleRequest(exchange);
                    heard.incrementAndGet();
                }))
                .setSocketOption(Options.SEND_BUFFER, 131_072)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 2L << 20)
                .build();
        undertow.start();
        port = ((InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress()).getPort();
    }

    @AfterEach
    void stop() {
        connections.forEach(RawConnection::close);
        serving.close();
        undertow.stop();
    }

    /** Reads all that was sent and writes as much as was asked for, waiting for both. */
    private void page(HttpServerExchange exchange) throws IOException {
        exchange.startBlocking();
        String body = new String(exchange.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        boolean large = exchange.getRelativePath().endsWith("/large");
        writing.addAndGet(large ? 1 : 0);
        try (OutputStream out = exchange.getOutputStream()) {
            String answer = exchange.getRelativePath().endsWith("/count") ? Integer.toString(body.length()) : body;
            out.write(large ? LARGE : answer.getBytes(StandardCharsets.ISO_8859_1));
        } finally {
            writing.addAndGet(large ? -1 : 0);
        }
    }

    @Test
    void aBodyIsPassedOnWhole() {
        RawConnection slow = open(BYSTANDER).send("POST / HTTP/1.1", "Host: x", "Content-Length: 6", "");
        slow.sendText("abc").sendText("def");

        assertThat(slow.head().headers()).containsEntry("content-length", "6");
        assertThat(slow.chars(6)).isEqualTo("abcdef");
        // and the next one on the same connection
        slow.send("POST / HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "", "3", "ghi", "0", "");
        assertThat(slow.head().status()).isEqualTo(200);
        assertThat(slow.chars(3)).isEqualTo("ghi");
    }

    /** A logo or a list of people: larger than other forms, and not without an end. */
    @Test
    void aFormWithAFileIsPassedOnWhole() {
        int bytes = 700_000;
        RawConnection form =
                open(BYSTANDER).send("POST /form/count HTTP/1.1", "Host: x", "Content-Length: " + bytes, "");
        form.sendText("x".repeat(bytes));

        assertThat(form.head().status()).isEqualTo(200);
        assertThat(form.chars(6)).isEqualTo("700000");
        assertThat(statusOf("/form", Serving.MOST_FORM_BYTES + 1)).isEqualTo(413);
        assertThat(statusOf("/", WholeBody.MOST_BYTES + 1)).isEqualTo(413);
    }

    /** The answer would be lost with the connection if the server closed it on a sender. */
    @Test
    void whoSendsTooMuchIsToldWhenItIsSent() {
        int bytes = 2_000_000;
        RawConnection form = open(STRANGER).send("POST / HTTP/1.1", "Host: x", "Content-Length: " + bytes, "");
        form.sendText("x".repeat(bytes));

        assertThat(form.head().status()).isEqualTo(413);
        assertThat(form.chars(8)).isEqualTo("The body");
    }

    private int statusOf(String path, int bytes) {
        return open(BYSTANDER)
                .send("POST " + path + " HTTP/1.1", "Host: x", "Content-Length: " + bytes, "")
                .head()
                .status();
    }

    @Test
    void fewFormsWithAFileAreHeldOfOneClient() {
        for (int i = 0; i < 2; i++) {
            open(STRANGER)
                    .send("POST /form HTTP/1.1", "Host: x", "Content-Length: 6", "")
                    .sendText("abc");
        }
        Awaitility.await().until(() -> heard.get() == 2);
        assertThat(open(STRANGER)
                        .send("POST /form HTTP/1.1", "Host: x", "Content-Length: 6", "")
                        .sendText("abc")
                        .head()
                        .status())
                .isEqualTo(503);
        assertThat(answered(STRANGER)).as("other pages").isEqualTo(200);
        assertThat(statusOf("/form", 0)).as("for others").isEqualTo(200);
    }

    @Test
    void aBodyIsNotWaitedForOnAThreadOfOurs() {
        assertThat(open(STRANGER)
                        .send("POST / HTTP/1.1", "Host: x", "Expect: 100-continue", "Content-Length: 6", "")
                        .head()
                        .status())
                .isEqualTo(417);
    }

    @Test
    void bodiesThatDoNotComeHoldNoThread() {
        for (int i = 0; i < 4; i++) {
            open(STRANGER)
                    .send("POST / HTTP/1.1", "Host: x", "Content-Length: 6", "")
                    .sendText("abc");
        }
        assertThat(answered(STRANGER)).isEqualTo(200);
        assertThat(answered(BYSTANDER)).isEqualTo(200);
    }

    @Test
    void bodiesThatDoNotComeAreGivenUp() {
        List<RawConnection> slow = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            slow.add(open(STRANGER)
                    .send("POST / HTTP/1.1", "Host: x", "Content-Length: 6", "")
                    .sendText("abc"));
        }
        Awaitility.await().until(() -> heard.get() == 4);
        assertThat(open(STRANGER)
                        .send("POST / HTTP/1.1", "Host: x", "Content-Length: 6", "")
                        .sendText("abcd")
                        .head()
                        .status())
                .isEqualTo(503);

        now = now.plusSeconds(21);
        deadlines.look();

        slow.forEach(connection -> assertThat(connection.rest()).isEmpty());
        Awaitility.await().untilAsserted(() -> assertThat(open(STRANGER)
                        .send("POST / HTTP/1.1", "Host: x", "Content-Length: 4", "")
                        .sendText("abcd")
                        .head()
                        .status())
                .isEqualTo(200));
    }

    @Test
    void whoHangsUpGivesTheBodysRoomBack() {
        for (int i = 0; i < 40; i++) {
            RawConnection gone = RawConnection.to(port, STRANGER);
            gone.send("POST / HTTP/1.1", "Host: x", "Content-Length: 6", "")
                    .sendText("abc")
                    .close();
        }
        Awaitility.await().untilAsserted(() -> assertThat(open(STRANGER)
                        .send("POST / HTTP/1.1", "Host: x", "Content-Length: 4", "")
                        .sendText("abcd")
                        .head()
                        .status())
                .isEqualTo(200));
    }

    @Test
    void whatIsLongerThanAFormIsRefused() {
        assertThat(open(STRANGER)
                        .send("POST / HTTP/1.1", "Host: x", "Content-Length: 70000", "")
                        .head()
                        .status())
                .isEqualTo(413);
        RawConnection chunked = open(STRANGER).send("POST / HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", "");
        for (int i = 0; i < 4; i++) {
            chunked.send("4000", "a".repeat(0x4000));
        }
        // Undertow cuts the connection
        assertThat(chunked.send("1", "a").rest()).isEmpty();
    }

    @Test
    void whoDoesNotReadHoldsTheirShareAloneAndNotForEver() {
        List<RawConnection> deaf = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            deaf.add(open(STRANGER).send("GET /large HTTP/1.1", "Host: x", ""));
        }
        Awaitility.await().until(() -> writing.get() == 3);
        for (int i = 0; i < 20; i++) {
            assertThat(answered(BYSTANDER)).isEqualTo(200);
        }
        assertThat(writing).hasValue(3);
        assertThat(open(STRANGER)
                        .send("GET /ws/x HTTP/1.1", "Host: x", "")
                        .head()
                        .status())
                .isEqualTo(200);

        Awaitility.await().until(() -> {
            now = now.plus(TIME).plusSeconds(1);
            deadlines.look();
            return writing.get() == 0;
        });
        assertThat(answered(STRANGER)).isEqualTo(200);
    }

    @Test
    void aHandshakeIsAnsweredAtOnceOrNotAtAll() {
        for (int i = 0; i < 12; i++) {
            open(STRANGER).send("GET /ws/large HTTP/1.1", "Host: x", "");
        }
        for (String who : List.of(STRANGER, BYSTANDER)) {
            assertThat(open(who)
                            .send("GET /ws/x HTTP/1.1", "Host: x", "")
                            .head()
                            .status())
                    .isEqualTo(200);
        }
        assertThat(open(STRANGER)
                        .send("POST /ws/x HTTP/1.1", "Host: x", "Content-Length: 3", "")
                        .head()
                        .status())
                .isEqualTo(400);
    }

    @Test
    void connectionsOfOneClientAreCounted() {
        for (int i = 0; i < 25; i++) {
            assertThat(answered(STRANGER)).isEqualTo(200);
        }
        assertThat(answered(STRANGER)).isEqualTo(503);
        assertThat(answered(BYSTANDER)).isEqualTo(200);
        connections.forEach(RawConnection::close);
        Awaitility.await().untilAsserted(() -> assertThat(answered(STRANGER)).isEqualTo(200));
    }

    private int answered(String from) {
        return open(from).send("GET / HTTP/1.1", "Host: x", "").head().status();
    }

    private RawConnection open(String from) {
        RawConnection connection = RawConnection.to(port, from);
        connections.add(connection);
        return connection;
    }
}
