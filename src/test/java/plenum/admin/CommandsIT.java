package plenum.admin;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;

/** Commands come from this machine with the secret of the server, or from nobody. */
@Tag("admin")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CommandsIT {
    private static final String SECRET = "a secret of the tests, long enough to count";

    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() throws Exception {
        Path file = Files.createTempFile("plenum", "token");
        file.toFile().deleteOnExit();
        Files.writeString(file, SECRET + "\n");
        return Deployments.application()
                .addAsResource(
                        new StringAsset("PLENUM_ADMIN_TOKEN_FILE=" + file), "META-INF/microprofile-config.properties");
    }

    @Test
    void nobodyElseFindsAnythingThere() throws Exception {
        assertThat(send(request().GET()).statusCode()).isEqualTo(404);
        assertThat(send(request().header("Authorization", "Bearer guess").GET()).statusCode())
                .isEqualTo(404);
        assertThat(send(request()
                                .header("Authorization", "Bearer " + SECRET + "x")
                                .GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(operator().header("X-Forwarded-For", "192.0.2.1").GET()).statusCode())
                .as("passed on by a proxy on this machine")
                .isEqualTo(404);
    }

    @Test
    void theHelpNamesEveryActionWithItsValues() throws Exception {
        String help = send(operator().GET()).body();
        assertThat(help).contains("user-plan USER [PLAN]", "media-drain URL", "plan-delete PLAN", "lists: audit");
    }

    @Test
    void aCommandDoesWhatTheConsoleDoesAndLeavesALine() throws Exception {
        assertThat(command("policy-set", "kept-audit", "720")).isEqualTo("200 kept-audit: default -> 720");
        assertThat(command("rules")).contains("kept-audit\t720");
        assertThat(command("audit", "kept")).contains("plenum admin\tPOLICY_SET\tkept-audit\tdefault\t720");
        assertThat(command("policy-set", "kept-audit", "default")).startsWith("200");
        assertThat(command("user-invite", "new@example.org", "user", "de")).isEqualTo("200 new@example.org:  -> USER");
        assertThat(command("invitations")).contains("new@example.org\tUSER");
        assertThat(command("media")).contains("in use");
        assertThat(command("group-create", "Geschäftsführung")).isEqualTo("200 Geschäftsführung");
        assertThat(command("groups")).contains("Geschäftsführung\t0");
    }

    @Test
    void theAuditIsTakenAwayAsAFile() throws Exception {
        command("group-create", "=crew \"7\"");
        String file = command("audit-export", "crew", "group-create");
        assertThat(file)
                .startsWith("200 time,who,action,what,before,after\r\n")
                .contains(",\"plenum admin\",\"GROUP_CREATE\",")
                .contains("\"'=crew \"\"7\"\"\"")
                .doesNotContain("POLICY_SET");
        assertThat(command("audit", "crew")).contains("AUDIT_EXPORT\tcrew group-create");
        assertThat(command("audit-export", "crew", "group-create", "2100-01-01").lines())
                .as("the head alone")
                .hasSize(1);
        assertThat(command("audit-export", "", "", "yesterday")).isEqualTo("409 This value does not fit: from.");
    }

    @Test
    void whatIsRefusedIsSaidInWords() throws Exception {
        assertThat(command("user-disable", "nobody@example.org"))
                .isEqualTo("409 There is no account nobody@example.org.");
        assertThat(command("user-disable")).isEqualTo("409 A value is missing: user.");
        assertThat(command("user-disable", "a@example.org", "b")).contains("409", "user-disable USER");
        assertThat(command("launch")).startsWith("409");
    }

    private String command(String action, String... values) throws Exception {
        String form = "action=" + action
                + Arrays.stream(values)
                        .map(value -> "&value=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        HttpResponse<String> answer = send(operator()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        return answer.statusCode() + " " + answer.body().stripTrailing();
    }

    private static HttpRequest.Builder operator() {
        return request().header("Authorization", "Bearer " + SECRET);
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(Deployments.site() + "/admin-commands"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
