package plenum.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.RawSocket;
import plenum.it.ServerHeap;
import plenum.it.StoredMeetingForTests;
import plenum.it.Tab;

/** Sockets that hold what they can, beside somebody who only wants to join a meeting. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("socket")
class SocketFloodIT {
    private static final String NOWHERE = "/ws/meetings/abcdefghijkmnpqrst";
    private static final int FROM_ONE_ADDRESS = 1000;
    private static final String EURO = "\u20ac";
    private static final long MEGABYTE = 1 << 20;

    private final List<RawSocket> open = new ArrayList<>();
    private StoredMeetingForTests meeting;
    private ServerHeap heap;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application().addClass(EchoEndpoint.class);
    }

    @BeforeEach
    void begin() throws Exception {
        meeting = StoredMeetingForTests.create("Quiet");
        heap = ServerHeap.attach();
    }

    @AfterEach
    void end() throws Exception {
        open.forEach(RawSocket::close);
        heap.close();
    }

    @Test
    void whoIsNotInCannotMakeTheServerKeepMuch() throws Exception {
        RawSocket large = open("127.0.0.10", NOWHERE).beginFrame(120_000, EURO.repeat(2000));
        assertThat(large.closeCode()).isEqualTo(1009);
        assertThat(open("127.0.0.10", NOWHERE + "?" + "x".repeat(10_000)).status())
                .isEqualTo(400);
        assertThat(open("127.0.0.10", NOWHERE + "x".repeat(10_000)).status()).isEqualTo(400);

        String cookies = "Cookie: plenum-creator-abcdefghijkmnpqrst=" + "x".repeat(12_000) + "\r\n";
        long before = heap.used();
        open("127.0.0.10", NOWHERE);
        while (open.getLast().status() == 101 && open.size() <= 2 * FROM_ONE_ADDRESS) {
            open("127.0.0.10", NOWHERE, cookies).beginFrame(120_000, EURO.repeat(1300));
        }
        assertThat(open).hasSizeBetween(FROM_ONE_ADDRESS, FROM_ONE_ADDRESS + 4);
        assertThat(open.getLast().status()).isEqualTo(429);
        assertThat(open("127.0.0.10", "/ws/check").status())
                .as("a check is one socket of many")
                .isEqualTo(429);
        // Undertow keeps the headers of a handshake, 12 kB here, more than once
        assertThat(heap.used() - before).isLessThan(90 * MEGABYTE);

        Tab ada =
                Tab.open(meeting.letters(), null).say("{'type':'join','name':'Ada','microphone':false,'camera':false}");
        assertThat(ada.hear("welcome").at("/participants")).hasSize(1);

        // nobody may knock for long, so the address has places again
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> open("127.0.0.10", NOWHERE).status() == 101);
    }

    @Test
    void whoIsInCannotEither() throws Exception {
        long before = heap.used();
        StoredMeetingForTests other = StoredMeetingForTests.create("Also quiet");
        for (int person = 0; person < 380; person++) {
            StoredMeetingForTests where = person % 2 == 0 ? meeting : other;
            RawSocket tab = open("127.0.0.20", "/ws/meetings/" + where.letters());
            tab.say("{'type':'join','name':'Person " + person + "','microphone':false,'camera':false}");
            tab.hear("\"welcome\"");
        }
        for (RawSocket tab : open) {
            tab.begin(EURO.repeat(5000));
            for (int part = 1; part < 8; part++) {
                tab.goOn(EURO.repeat(5000));
            }
        }
        int refused = 0;
        for (RawSocket tab : open) {
            refused += isClosed(tab) ? 1 : 0;
        }
        assertThat(refused).as("those for whose messages there is no memory").isBetween(20, 300);
        assertThat(heap.used() - before).isLessThan(100 * MEGABYTE);

        Tab ada =
                Tab.open(meeting.letters(), null).say("{'type':'join','name':'Ada','microphone':false,'camera':false}");
        ada.hear("welcome");
        ada.say("{'type':'chat-send','key':'1','text':'" + "x".repeat(3000) + "'}");
        ada.hear("chat-message");
    }

    /** A socket that has been closed counts no more, so its connection must not stay. */
    @Test
    void whoIgnoresACloseIsCutOff() throws Exception {
        RawSocket deaf = open("127.0.0.30", NOWHERE);
        assertThat(deaf.closeCode()).isEqualTo(1008);
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> {
            try {
                deaf.ping();
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void anotherKindOfSocketHasTheSameKernel() throws Exception {
        RawSocket echo = open("127.0.0.40", "/ws/echo/ada");
        echo.say("hello");
        assertThat(echo.hear("hello")).isEqualTo("ada: hello");
        for (int i = 0; i < 3; i++) {
            echo.say("once more");
        }
        echo.hear("too often"); // alone, or in a batch with the echoes before it
        echo.say("");
        assertThat(echo.closeCode()).isEqualTo(1002);
    }

    private RawSocket open(String from, String path) throws IOException {
        return open(from, path, "");
    }

    private RawSocket open(String from, String path, String headers) throws IOException {
        RawSocket socket = new RawSocket(from, path, headers);
        open.add(socket);
        return socket;
    }

    /** It said more than the server takes, and was told so; or it hears the news of the others. */
    private static boolean isClosed(RawSocket tab) throws IOException {
        tab.ping();
        return tab.isClosedByServer();
    }
}
