package plenum.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends: each is refused in a line, without an error of the server's and without a trace in its log. */
@Tag("attack")
class BadRequestsIT {
    private static final int POSTS = 50;
    private static final int MOST_LOG_BYTES = 4096;

    private final Scene scene = Scene.shared();

    @ParameterizedTest
    @ValueSource(strings = {"my_host", "a..b", "-", "a b", "[::1", "rebind.evil.example:99999"})
    void aHostThatCannotBeIsABadRequest(String host) throws IOException {
        try (Stranger attacker = scene.stranger("127.0.9.1");
                Socket socket = attacker.connect()) {
            Stranger.write(socket, "GET /check HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

            assertThat(Stranger.head(socket)).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void malformedPostsLeaveNoTraces() {
        scene.bystanders().during("malformed posts", () -> {
            long before = logBytes();
            try (Stranger attacker = scene.stranger("127.0.9.2")) {
                for (int i = 0; i < POSTS * Scene.FORCE; i++) {
                    assertRefused(attacker, Map.of("create:name", "a\0b"));
                    assertRefused(attacker, Map.of("jakarta.faces.ViewState", "-1234:5678"));
                    assertRefusedMultipart(attacker);
                }
            }
            assertThat(logBytes() - before).isLessThan(MOST_LOG_BYTES);
        });
    }

    private static void assertRefused(Stranger attacker, Map<String, String> field) {
        assertThat(attacker.post("/new", Place.form("Bad", field), "Origin", attacker.origin())
                        .statusCode())
                .isLessThan(500);
    }

    private static void assertRefusedMultipart(Stranger attacker) throws IOException {
        try (Socket socket = attacker.connect()) {
            String body = "--x\r\nContent-Disposition: form-data; name=\"a";
            Stranger.write(
                    socket,
                    "POST /new HTTP/1.1\r\nHost: " + attacker.site().getAuthority() + "\r\nOrigin: "
                            + attacker.origin()
                            + "\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(Stranger.head(socket)).doesNotStartWith("HTTP/1.1 5");
        }
    }

    private long logBytes() throws IOException {
        try (Stream<Path> logs = Files.walk(scene.plenum().logs())) {
            return logs.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void namesDoNotTurnTheDirectionOfWhatFollows() {
        try (Stranger creator = scene.stranger("127.0.9.3")) {
            Place place = Place.make(creator, "invoice \u202Egnp.exe", Map.of());
            Visitor person = Visitor.join(creator.creatorsTab(place), "Eve\u202E");

            assertThat(creator.get("/m/" + place.letters()).body()).doesNotContain("\u202E");
            person.leave();
        }
    }
}
