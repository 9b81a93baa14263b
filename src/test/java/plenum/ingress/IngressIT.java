package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.it.Deployments;

@Tag("ingress")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IngressIT {
    private static final String STRANGER = "127.0.0.66";
    private static final String BYSTANDER = "127.0.0.1";
    /** More than there are threads. */
    private static final int CONNECTIONS = 48;

    private static final long SOON_MILLIS = 2000;
    private static final String LARGE_SCRIPT = "/jakarta.faces.resource/components.js.xhtml?ln=primefaces";

    private final List<RawConnection> connections = new ArrayList<>();
    private final String host = Deployments.site().getAuthority();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @AfterEach
    void hangUp() {
        connections.forEach(RawConnection::close);
    }

    @Test
    void bodiesThatComeSlowlyHoldNoThread() {
        for (int i = 0; i < CONNECTIONS; i++) {
            open(STRANGER)
                    .send(
                            "POST /new HTTP/1.1",
                            "Host: " + host,
                            "Content-Type: application/x-www-form-urlencoded",
                            i % 2 == 0 ? "Content-Length: 1000" : "Transfer-Encoding: chunked",
                            "",
                            i % 2 == 0 ? "create" : "6\r\ncreate");
        }

        for (String who : List.of(STRANGER, BYSTANDER)) {
            assertThat(soon(() -> open(who)
                            .send("GET /help HTTP/1.1", "Host: " + host, "")
                            .head()
                            .status()))
                    .isEqualTo(200);
        }
        everybodyGetsIn();
    }

    @Test
    void aClientThatReadsNothingHoldsOnlyItsOwnShareOfThreads() {
        for (int i = 0; i < CONNECTIONS; i++) {
            RawConnection connection = open(STRANGER);
            for (int request = 0; request < 14; request++) {
                connection.send("GET " + LARGE_SCRIPT + " HTTP/1.1", "Host: " + host, "");
            }
        }

        assertThat(soon(() -> open(BYSTANDER)
                        .send("GET /help HTTP/1.1", "Host: " + host, "")
                        .head()
                        .status()))
                .isEqualTo(200);
        everybodyGetsIn();
    }

    @Test
    void handshakesThatNobodyReadsTheAnswersOfHoldNothing() {
        for (int i = 0; i < CONNECTIONS; i++) {
            RawConnection connection = open(STRANGER);
            for (int request = 0; request < 400; request++) {
                connection.handshake("/ws/nothing/here", host);
            }
        }

        everybodyGetsIn();
    }

    private void everybodyGetsIn() {
        for (String who : List.of(STRANGER, BYSTANDER)) {
            assertThat(soon(() -> open(who)
                            .send("GET /health/live HTTP/1.1", "Host: " + host, "")
                            .head()
                            .status()))
                    .isEqualTo(200);
            assertThat(soon(() -> open(who)
                            .handshake("/ws/meetings/aaa-bbbb-ccc", host)
                            .head()
                            .status()))
                    .isEqualTo(101);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedAtItsLength() {
        assertThat(open(STRANGER)
                        .send("POST /new HTTP/1.1", "Host: " + host, "Content-Length: 70000", "")
                        .head()
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_host", "a..b", "-", "[::1"})
    void aHostThatIsNoneIsRefused(String wrong) {
        for (String path : List.of("/check", "/", "/m/aaa-bbbb-ccc", "/ws/check")) {
            assertThat(open(STRANGER)
                            .send("GET " + path + " HTTP/1.1", "Host: " + wrong, "")
                            .head()
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aForeignNameIsServedNothing() {
        String foreign = "rebind.evil.example:" + Deployments.site().getPort();
        for (String path : List.of("/", "/new", "/check", "/images/logo.svg")) {
            RawConnection connection = open(STRANGER).send("GET " + path + " HTTP/1.1", "Host: " + foreign, "");
            assertThat(connection.head().status()).isEqualTo(421);
            assertThat(connection.rest()).contains("PLENUM_PUBLIC_URL").doesNotContain("evil");
        }
        assertThat(open(STRANGER).handshake("/ws/check", foreign).head().status())
                .isEqualTo(421);
        assertThat(open(STRANGER)
                        .send("GET /health/live HTTP/1.1", "Host: " + foreign, "")
                        .head()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        RawConnection.Head head = open(STRANGER)
                .send("GET /m/abc?x=%2F HTTP/1.1", "Host: 192.0.2.2:18080", "")
                .head();
        assertThat(head.status()).isEqualTo(308);
        assertThat(head.headers())
                .containsEntry(
                        "location",
                        "https://192.0.2.2:" + Deployments.secureSite().getPort() + "/m/abc?x=%2F");
    }

    @Test
    void whatIsNotThereHasSecurityHeadersToo() {
        for (String path : List.of("/WEB-INF/web.xml", "/META-INF/", "/console", "/nothing")) {
            RawConnection.Head head = open(BYSTANDER)
                    .send("GET " + path + " HTTP/1.1", "Host: " + host, "")
                    .head();
            assertThat(head.status()).as(path).isEqualTo(404);
            assertThat(head.headers())
                    .as(path)
                    .containsKey("content-security-policy")
                    .containsEntry("x-content-type-options", "nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create=create&create%3Aname=a%00b&create%3Asubmit=x&jakarta.faces.ViewState=stateless",
                "create=create&jakarta.faces.ViewState=rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA",
                "create=create&jakarta.faces.ViewState=123%3A456"
            })
    void aFormThatNoBrowserMakesIsRefused(String form) {
        for (String ajax : List.of("", "&jakarta.faces.partial.ajax=true")) {
            assertThat(posted("application/x-www-form-urlencoded", form + ajax)).isEqualTo(400);
        }
    }

    @Test
    void brokenMultipartIsRefused() {
        String cutOff = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
        assertThat(posted("multipart/form-data; boundary=x", cutOff)).isEqualTo(400);
    }

    private int posted(String type, String body) {
        return open(STRANGER)
                .send(
                        "POST /new HTTP/1.1",
                        "Host: " + host,
                        "Content-Type: " + type,
                        "Content-Length: " + body.length(),
                        "")
                .sendText(body)
                .head()
                .status();
    }

    @Test
    void speaksHttp11OverTls() throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .sslContext(trustingEverybody())
                .build();
        HttpRequest request = HttpRequest.newBuilder(Deployments.secureSite().resolve("/help"))
                .timeout(Duration.ofSeconds(20))
                .build();

        HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }

    private RawConnection open(String from) {
        RawConnection connection = RawConnection.to(Deployments.site().getPort(), from);
        connections.add(connection);
        return connection;
    }

    /** What somebody is answered who does not want to wait. */
    private static int soon(java.util.function.IntSupplier asking) {
        long begin = System.nanoTime();
        int answer = asking.getAsInt();
        assertThat((System.nanoTime() - begin) / 1_000_000).as("milliseconds").isLessThan(SOON_MILLIS);
        return answer;
    }

    private static SSLContext trustingEverybody() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        return context;
    }

    /** The container's certificate is made by itself; this test is not about it. */
    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
