package plenum.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What browsers say of devices: from whom, for which push services, in which form; and how the worker is served. */
@Tag("push")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PushAccessIT {
    private static final String PATH = "/push/subscriptions";
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Receiver receiver = Receiver.create();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    private static SignedInForTests somebody() {
        return SignedInForTests.create("USER", "ACTIVE");
    }

    /** Nobody is there: these tests send nothing. */
    private static String endpoint() {
        return "http://127.0.0.1:" + System.getProperty("plenum.it.push.port") + "/send/" + UUID.randomUUID();
    }

    private HttpResponse<String> ask(String method, String cookie, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Deployments.site() + PATH))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String method, SignedInForTests who, String body) throws Exception {
        return ask(method, who.cookie(), body, Map.of("Content-Type", JSON, "Sec-Fetch-Site", "same-origin"));
    }

    private static String devicesOf(SignedInForTests who) {
        return SqlForTests.ask("select count(*) from push_subscription where account_id = '" + who.account() + "'");
    }

    @Test
    void whoeverIsSignedInAddsAndRemovesTheirOwnDevices() throws Exception {
        SignedInForTests ada = somebody();
        SignedInForTests eve = somebody();
        assertThat(ask("GET", ada, "").body()).contains("\"on\":true", "\"key\":\"B");
        String endpoint = endpoint();
        HttpResponse<String> added = ask("POST", ada, receiver.subscription(endpoint));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(ask("POST", ada, receiver.subscription(endpoint)).body())
                .as("the same browser")
                .isEqualTo(added.body());
        assertThat(devicesOf(ada)).isEqualTo("1");
        String byEndpoint = "{\"endpoint\":\"" + endpoint + "\"}";
        assertThat(ask("DELETE", eve, added.body()).statusCode()).isEqualTo(404);
        assertThat(ask("DELETE", eve, byEndpoint).statusCode()).isEqualTo(404);
        assertThat(devicesOf(ada)).isEqualTo("1");
        assertThat(ask("DELETE", ada, added.body()).statusCode()).isEqualTo(204);
        assertThat(ask("DELETE", ada, added.body()).statusCode()).isEqualTo(404);
        assertThat(ask("POST", ada, receiver.subscription(endpoint)).statusCode())
                .isEqualTo(201);
        assertThat(ask("DELETE", ada, byEndpoint).statusCode()).isEqualTo(204);
        assertThat(devicesOf(ada)).isEqualTo("0");
    }

    @Test
    void nobodyElseDoes() throws Exception {
        SignedInForTests disabled = SignedInForTests.create("USER", "DISABLED");
        for (String cookie : List.of("", disabled.cookie(), "plenum-session=guessed")) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                HttpResponse<String> answer = ask(
                        method,
                        cookie,
                        method.equals("GET") ? "" : receiver.subscription(endpoint()),
                        Map.of("Content-Type", JSON, "Sec-Fetch-Site", "same-origin"));
                assertThat(answer.statusCode()).as(method + " " + cookie).isEqualTo(401);
            }
        }
        for (String role : List.of("EXTERNAL", "ADMIN")) {
            SignedInForTests one = SignedInForTests.create(role, "ACTIVE");
            assertThat(ask("POST", one, receiver.subscription(endpoint())).statusCode())
                    .isEqualTo(201);
        }
        assertThat(ask("PUT", somebody(), "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void foreignPagesAndFormsAreRefused() throws Exception {
        SignedInForTests ada = somebody();
        String body = receiver.subscription(endpoint());
        for (Map<String, String> headers : List.of(
                Map.of("Content-Type", JSON, "Sec-Fetch-Site", "cross-site"),
                Map.of("Content-Type", JSON, "Sec-Fetch-Site", "same-site"),
                Map.of("Content-Type", JSON, "Origin", "https://evil.example"))) {
            assertThat(ask("POST", ada.cookie(), body, headers).statusCode())
                    .as(headers.toString())
                    .isEqualTo(403);
        }
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonx")) {
            assertThat(ask("POST", ada.cookie(), body, Map.of("Content-Type", type, "Sec-Fetch-Site", "same-origin"))
                            .statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(devicesOf(ada)).isEqualTo("0");
    }

    @Test
    void onlyPushServicesThatAreListedAndKeysThatAreSome() throws Exception {
        SignedInForTests ada = somebody();
        for (String foreign : List.of(
                "https://evil.example/x", "http://127.0.0.1:22/", "https://fcm.googleapis.com/x", "file:///etc", "")) {
            HttpResponse<String> answer = ask("POST", ada, receiver.subscription(foreign));
            assertThat(answer.statusCode()).as(foreign).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"error\":\"SERVICE\"}");
        }
        String good = receiver.subscription(endpoint());
        String offTheCurve = good.replaceFirst("\"p256dh\":\"B.{10}", "\"p256dh\":\"BAAAAAAAAAA");
        for (String bad : List.of(
                offTheCurve,
                good.replaceFirst("\"auth\":\"[^\"]+", "\"auth\":\"AAAA"),
                good.replaceFirst("\"auth\":\"[^\"]+", "\"auth\":\"§"),
                good.replaceFirst(",\"keys\".*", "}"),
                "{",
                "[]",
                "7",
                " ".repeat(9000) + good)) {
            assertThat(ask("POST", ada, bad).statusCode()).as(bad.strip()).isEqualTo(400);
        }
        for (String bad : List.of("{}", "[]", "x", "{\"id\":\"" + "-".repeat(36) + "\"}")) {
            assertThat(ask("DELETE", ada, bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(devicesOf(ada)).isEqualTo("0");
    }

    @Test
    void nobodyAsksWithoutEnd() throws Exception {
        SignedInForTests ada = somebody();
        int status = 0;
        for (int i = 0; i < 60 && status != 429; i++) {
            status = ask("DELETE", ada, "{\"endpoint\":\"" + endpoint() + "\"}").statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    @Test
    void aNameIsOneLineAndBounded() throws Exception {
        SignedInForTests ada = somebody();
        String named = receiver.subscription(endpoint())
                .replaceFirst("\\{", "{\"name\":\"My\\\\nphone " + "x".repeat(200) + "\",");
        assertThat(ask("POST", ada, named).statusCode()).isEqualTo(201);
        assertThat(SqlForTests.ask("select name from push_subscription where account_id = '" + ada.account() + "'"))
                .startsWith("My phone xxx")
                .hasSize(80);
    }

    @Test
    void theWorkerIsServedAtTheRootAndAskedForAnew() throws Exception {
        HttpResponse<String> worker = http.send(
                HttpRequest.newBuilder(URI.create(Deployments.site() + "/push-worker.js"))
                        .header("Sec-Fetch-Dest", "serviceworker")
                        .header("Service-Worker", "script")
                        .build(),
                BodyHandlers.ofString());
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(worker.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("worker-src 'self'", "connect-src 'self'");
        assertThat(worker.body()).contains("'notificationclick'").doesNotContain("'fetch'", "caches");
    }
}
