package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;
import plenum.it.SqlForTests;
import plenum.platform.SecretToken;

/** Every address of recordings for everybody; the console's are among those of {@code AdminPagesIT}, the messages among those of {@code EveryStateTest}. */
@Tag("recording")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RecordingPagesIT {
    private static final String NOBODY = "";
    private static final String NAME = "Geheimes Gespräch";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    /** Who asks for what there is about somebody's recording. */
    private enum Visitor {
        NOBODY,
        INVENTED,
        DISABLED,
        OWNER,
        OTHER,
        EXTERNAL,
        ADMIN;

        boolean isSignedIn() {
            return ordinal() >= OWNER.ordinal();
        }
    }

    @Test
    void everyAddressForEverybody() throws Exception {
        SignedInForTests owner = SignedInForTests.create("USER", "ACTIVE");
        UUID recording = recording(owner.account());
        Map<Visitor, String> sessions = sessions(owner);
        for (String path : addresses(recording)) {
            boolean list = !path.contains(recording.toString());
            for (Visitor visitor : Visitor.values()) {
                String what = path + " for " + visitor;
                HttpResponse<String> answer = get(path, sessions.get(visitor));
                if (!visitor.isSignedIn()) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(302);
                    assertThat(answer.headers().firstValue("Location").orElseThrow())
                            .as(what)
                            .contains("/sign-in?to=");
                } else if (list) {
                    assertThat(answer.statusCode()).as(what).isEqualTo(200);
                } else {
                    boolean page = visitor == Visitor.OWNER && path.contains("watch");
                    assertThat(answer.statusCode()).as(what).isEqualTo(page ? 200 : 404);
                }
                assertThat(answer.body().contains(NAME))
                        .as(what)
                        .isEqualTo(visitor == Visitor.OWNER && !path.contains("film"));
            }
        }
        for (Visitor visitor : Visitor.values()) {
            if (visitor != Visitor.OWNER) {
                remove(recording, sessions.get(visitor));
                assertThat(get("/recordings", sessions.get(Visitor.OWNER)).body())
                        .as("removed by " + visitor)
                        .contains(NAME);
            }
        }
        remove(recording, sessions.get(Visitor.OWNER));
        for (String path : addresses(recording)) {
            HttpResponse<String> answer = get(path, sessions.get(Visitor.OWNER));
            assertThat(answer.statusCode())
                    .as(path + " after deletion")
                    .isEqualTo(path.contains(recording.toString()) ? 404 : 200);
            assertThat(answer.body()).as(path + " after deletion").doesNotContain(NAME);
        }
    }

    @Test
    void whatIsNoRecordingIsNotFound() throws Exception {
        String session = token("USER", "ACTIVE");
        for (String id : new String[] {"", "x", UUID.randomUUID().toString(), "../../x"}) {
            assertThat(get("/recordings/watch?id=" + id, session).statusCode())
                    .as(id)
                    .isEqualTo(404);
            assertThat(get("/recordings/film/" + id, session).statusCode())
                    .as(id)
                    .isIn(400, 404);
        }
    }

    /** Pages by their addresses and by their files. */
    private static String[] addresses(UUID recording) {
        return new String[] {
            "/recordings",
            "/recordings.xhtml",
            "/recordings/watch?id=" + recording,
            "/recordings/watch.xhtml?id=" + recording,
            "/recordings/film/" + recording
        };
    }

    private static Map<Visitor, String> sessions(SignedInForTests owner) throws Exception {
        Map<Visitor, String> sessions = new EnumMap<>(Visitor.class);
        sessions.put(Visitor.NOBODY, NOBODY);
        sessions.put(Visitor.INVENTED, "invented");
        sessions.put(Visitor.DISABLED, token("USER", "DISABLED"));
        sessions.put(Visitor.OWNER, token(owner));
        sessions.put(Visitor.OTHER, token("USER", "ACTIVE"));
        sessions.put(Visitor.EXTERNAL, token("EXTERNAL", "ACTIVE"));
        sessions.put(Visitor.ADMIN, token("ADMIN", "ACTIVE"));
        return sessions;
    }

    private static String token(String role, String state) {
        return token(SignedInForTests.create(role, state));
    }

    private static String token(SignedInForTests person) {
        return person.cookie().replace("plenum-session=", "");
    }

    /** The button of the page of a recording. */
    private static void remove(UUID recording, String session) throws IOException, InterruptedException {
        String form = "watch=watch&watch%3Adelete=&id=" + recording + "&jakarta.faces.ViewState=stateless";
        HTTP.send(
                request("/recordings/watch", session)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", Deployments.site().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void aTicketIsForOwnPagesOfSomebodyWhoIsSignedIn() throws Exception {
        String session = token("USER", "ACTIVE");
        String own = Deployments.site().toString();
        assertThat(ticket(session, "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(ticket(session, "").statusCode()).isEqualTo(403);
        assertThat(ticket(NOBODY, own).body()).contains("\"signedIn\":false").doesNotContain("\"ticket\"");
        assertThat(ticket(session, own).body()).contains("\"signedIn\":true", "\"places\":[{");
        assertThat(ticket(session, own, "?drive=" + UUID.randomUUID()).body())
                .as("a drive of nobody's")
                .contains("\"why\"")
                .doesNotContain("\"ticket\"");
        assertThat(get("/recording/ticket", session).statusCode()).isEqualTo(405);
    }

    @Test
    void anAddressIsEnoughToTakeAConsentBack() throws Exception {
        UUID recording = recording(SignedInForTests.create("USER", "ACTIVE").account());
        SecretToken right = SecretToken.draw(new SecureRandom());
        SqlForTests.execute("""
                insert into recording_choice (recording_id, participant_id, name, given, assumed, chosen_at, right_hash)
                values (?, ?, 'Bob', true, false, now(), ?)\
                """, recording, UUID.randomUUID(), right.hash());
        assertThat(get("/consent", NOBODY).statusCode()).isEqualTo(200);
        assertThat(get("/consent", NOBODY).body()).doesNotContain(NAME);
        assertThat(ask(right.text(), NOBODY)).contains(NAME, "Bob");
        assertThat(ask(SecretToken.draw(new SecureRandom()).text(), NOBODY)).doesNotContain(NAME);
    }

    /** As the page's script does. */
    private static String ask(String token, String session) throws IOException, InterruptedException {
        Matcher state = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"")
                .matcher(get("/consent", session).body());
        String view = state.find() ? state.group(1) : "stateless";
        String form = "consent=consent&consent%3Atoken=" + token + "&consent%3Alook=&jakarta.faces.ViewState="
                + URLEncoder.encode(view, StandardCharsets.UTF_8);
        return HTTP.send(
                        request("/consent", session)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", Deployments.site().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> get(String path, String session) throws IOException, InterruptedException {
        return HTTP.send(request(path, session).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> ticket(String session, String origin) throws IOException, InterruptedException {
        return ticket(session, origin, "");
    }

    private static HttpResponse<String> ticket(String session, String origin, String place)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/recording/ticket" + place, session).POST(HttpRequest.BodyPublishers.noBody());
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String session) {
        URI uri = URI.create(Deployments.site() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return session.isEmpty() ? request : request.header("Cookie", "plenum-session=" + session);
    }

    private static UUID recording(UUID owner) {
        UUID id = UUID.randomUUID();
        SqlForTests.execute("""
                insert into recording (id, meeting_id, name, owner_id, started_by, started_at, state, edition, trouble, node)
                values (?, ?, 'Geheimes Gespräch', ?, 'Ada', now(), 'EMPTY', 1, '', 'elsewhere')\
                """, id, UUID.randomUUID(), owner);
        return id;
    }
}
