package plenum.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** Admins add, try out, switch off and remove providers while the server runs; what people of a real one see of it. */
@Tag("openid")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ManagedProvidersIT {
    private static final String OPERATOR = "a secret of the tests, long enough to count";
    private static final String SECRET = "only-of-these-tests-either";

    private static ProviderProcess provider;

    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() throws IOException {
        Path file = Files.createTempFile("plenum", "token");
        file.toFile().deleteOnExit();
        Files.writeString(file, OPERATOR + "\n");
        return Deployments.application()
                .addAsResource(
                        new StringAsset("PLENUM_ADMIN_TOKEN_FILE=" + file), "META-INF/microprofile-config.properties");
    }

    @BeforeAll
    static void open() {
        SqlForTests.awaitTables();
        provider = ProviderProcess.ofContainer("school");
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @AfterEach
    void forget() throws Exception {
        command("openid-remove", "school");
    }

    @Test
    void aProviderOfTheConsoleProvesPeopleUntilItIsSwitchedOff() throws Exception {
        assertThat(set(SECRET)).startsWith("200");
        assertThat(command("providers"))
                .contains("test\ton\tconfiguration", "school\ton\tconsole\tThe school\t" + provider.issuer());
        assertThat(new Traveller().get("/sign-in").body()).contains("/openid/test", "/openid/school", "The school");

        Traveller ada = new Traveller();
        ada.arrive(ada.provenBy("school", "admina", "/account"));
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        assertThat(SqlForTests.ask("select role from account where email = 'admina@provider.example'"))
                .as("of the group of admins")
                .isEqualTo("ADMIN");
        Traveller bob = new Traveller();
        bob.arrive(bob.provenBy("school", "bobby", "/account"));
        assertThat(SqlForTests.ask("select role from account where email = 'bobby@provider.example'"))
                .as("of the group of externals")
                .isEqualTo("EXTERNAL");

        URI back = new Traveller().provenBy("school", "late", "/account");
        assertThat(command("openid-switch", "school", "off")).isEqualTo("200 school: on -> off");
        assertThat(ada.get("/account").statusCode()).as("signed out").isEqualTo(302);
        assertThat(new Traveller().arrive(back).headers().firstValue("Location").orElse(""))
                .as("a sign-in that was under way")
                .contains("failed");
        assertThat(new Traveller().get("/openid/school").statusCode()).isEqualTo(404);
        assertThat(new Traveller().get("/sign-in").body())
                .doesNotContain("/openid/school")
                .contains("/openid/test");
        command("openid-switch", "school", "on");
        ada.arrive(ada.provenBy("school", "admina", "/account"));
        assertThat(ada.get("/account").statusCode()).isEqualTo(200);
        assertThat(command("openid-remove", "school")).startsWith("200");
        assertThat(ada.get("/account").statusCode()).isEqualTo(302);
        assertThat(SqlForTests.ask("select count(*)::text from openid_link where provider = 'school'"))
                .isEqualTo("0");
        assertThat(SqlForTests.ask("select count(*)::text from account where email = 'admina@provider.example'"))
                .as("accounts stay")
                .isEqualTo("1");
    }

    @Test
    void aTestSaysInWordsWhatIsWrong() throws Exception {
        set("not the client's secret");
        assertThat(command("openid-test", "school"))
                .contains(
                        "+ The provider answers", "+ Keys for signatures", "- The provider does not accept client ID");
        set(SECRET);
        assertThat(command("openid-test", "school"))
                .contains("+ The provider knows the client ID and its secret.")
                .doesNotContain("\n- ");
        int port = provider.issuer().getPort();
        assertThat(tested("http://localhost:" + port)).contains("- The provider names itself differently");
        assertThat(tested("http://127.0.0.1:" + port + "/elsewhere")).contains("- Instead of the description", "404");
        assertThat(tested("http://127.0.0.1:" + closed())).contains("- Nobody answers");
        assertThat(tested("https://127.0.0.1:" + port)).contains("- There is no secure connection");
        assertThat(tested("https://no-such-host.invalid")).contains("- The server does not know this host name");
    }

    @Test
    void aSecretStaysWhereItIs() throws Exception {
        set(SECRET);
        assertThat(SqlForTests.ask("select count(*)::text from openid_provider where id = 'school' and position('"
                        + SECRET + "' in encode(secret, 'escape')) > 0"))
                .isEqualTo("0");
        assertThat(command(
                        "openid-set",
                        "school",
                        "Another name",
                        provider.issuer().toString(),
                        "plenum",
                        ""))
                .as("kept without being given again")
                .startsWith("200");
        assertThat(command("openid-test", "school")).contains("+ The provider knows the client ID and its secret.");
        assertThat(command("openid-set", "school", "The school", "https://elsewhere.example", "plenum", ""))
                .as("sent to another server")
                .startsWith("409 With another address, the secret has to be entered again.");
        assertThat(command("openid-set", "other", "Other", "https://elsewhere.example", "plenum", ""))
                .isEqualTo("409 A value is missing: secret.");
        assertThat(command("audit", "school"))
                .contains("OPENID_SET", "OPENID_TEST")
                .doesNotContain(SECRET);
        assertThat(command("providers")).doesNotContain(SECRET);
    }

    @Test
    void anotherServerUnderTheNameProvesNobodysAccount() throws Exception {
        set(SECRET);
        Traveller carla = new Traveller();
        carla.arrive(carla.provenBy("school", "carla", "/account"));
        assertThat(SqlForTests.ask(
                        "select count(*)::text from openid_link where provider = 'school' and subject = 'carla'"))
                .isEqualTo("1");
        command("openid-set", "school", "The school", "https://elsewhere.example", "plenum", "another");
        assertThat(SqlForTests.ask("select count(*)::text from openid_link where provider = 'school'"))
                .isEqualTo("0");
        assertThat(carla.get("/account").statusCode()).isEqualTo(302);
    }

    @Test
    void whatCannotBeUsedIsRefused() throws Exception {
        String issuer = provider.issuer().toString();
        assertThat(command("openid-set", "callback", "X", issuer, "plenum", "s"))
                .startsWith("409");
        assertThat(command("openid-set", "a/b", "X", issuer, "plenum", "s")).startsWith("409");
        for (String wrong : new String[] {
            "http://login.example.org",
            "ftp://login.example.org",
            "https://",
            "https://u:p@x.example",
            "https://x.example/?a=b",
            "javascript:alert(1)"
        }) {
            assertThat(command("openid-set", "school", "X", wrong, "plenum", "s"))
                    .as(wrong)
                    .startsWith("409");
        }
        assertThat(command("openid-set", "school", "X", issuer, "plenum", "s".repeat(1001)))
                .startsWith("409");
        assertThat(command("openid-remove", "test")).startsWith("409 test is in the server");
        assertThat(command("openid-switch", "test", "off")).startsWith("409 test is in the server");
        assertThat(command("openid-set", "test", "X", issuer, "plenum", "s")).startsWith("409 test is in the server");
        assertThat(command("openid-test", "nobody")).isEqualTo("409 There is no provider nobody.");
    }

    private String set(String secret) throws Exception {
        return command(
                "openid-set",
                "school",
                "The school",
                provider.issuer().toString(),
                "plenum",
                secret,
                "groups",
                "groups",
                "operators",
                "staff");
    }

    private String tested(String issuer) throws Exception {
        assertThat(command("openid-set", "school", "The school", issuer, "plenum", SECRET))
                .startsWith("200");
        return command("openid-test", "school");
    }

    private static int closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String command(String action, String... values) throws Exception {
        String form = "action=" + action
                + Arrays.stream(values)
                        .map(value -> "&value=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(Deployments.site() + "/admin-commands"))
                        .header("Authorization", "Bearer " + OPERATOR)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body().stripTrailing();
    }
}
