package plenum.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SignedInForTests;

/** Every page of the console, for each kind of visitor, by its address and by its file, looked at and posted to. */
@Tag("admin")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AdminPagesIT {
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    void pagesAreForAdminsAlone() throws Exception {
        String admin = signedIn("ADMIN", "ACTIVE");
        String user = signedIn("USER", "ACTIVE");
        String external = signedIn("EXTERNAL", "ACTIVE");
        String disabled = signedIn("ADMIN", "DISABLED");
        String pending = signedIn("ADMIN", "PENDING");
        assertThat(pages()).hasSizeGreaterThan(10);
        for (String page : pages()) {
            assertThat(get(page, admin)).as(page).isEqualTo(200);
            assertThat(get(page, user)).as(page + " for a user").isEqualTo(403);
            assertThat(get(page, external))
                    .as(page + " for somebody from outside")
                    .isEqualTo(403);
            for (String nobody : List.of("", "plenum-session=invented", disabled, pending)) {
                assertThat(get(page, nobody)).as(page + " for nobody").isEqualTo(302);
            }
            assertThat(post(page, user))
                    .as("a form of " + page + " from a user")
                    .isEqualTo(403);
            assertThat(post(page, "")).as("a form of " + page + " from nobody").isEqualTo(303);
        }
    }

    @Test
    void aFormFromAnotherSiteDoesNothing() throws Exception {
        String admin = signedIn("ADMIN", "ACTIVE");
        HttpRequest request = HttpRequest.newBuilder(URI.create(Deployments.site() + "/admin/groups"))
                .header("Cookie", admin)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("groups=groups&groups:name=evil&groups:create="))
                .build();
        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    }

    /** A list of people or a logo is larger than other forms; who may not send it is still told so. */
    @Test
    void onlyFormsWithAFileMayBeLarge() throws Exception {
        String admin = signedIn("ADMIN", "ACTIVE");
        String user = signedIn("USER", "ACTIVE");
        for (String page : List.of("/admin/invitations", "/admin/brand", "/admin/brand.xhtml")) {
            assertThat(large(page, admin, 400_000)).as(page).isEqualTo(200);
            assertThat(large(page, user, 400_000)).as(page + " for a user").isEqualTo(403);
            assertThat(large(page, admin, 1_100_000))
                    .as(page + ", far too large")
                    .isEqualTo(413);
        }
        assertThat(large("/admin/users", admin, 400_000)).isEqualTo(413);
        assertThat(large("/new", "", 400_000)).isEqualTo(413);
    }

    private int large(String page, String cookie, int bytes) throws Exception {
        return status(request(page, cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("more=" + "x".repeat(bytes))));
    }

    /** Addresses, and the files behind them. */
    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/webapp/admin"))) {
            return files.map(file -> file.getFileName().toString())
                    .flatMap(file -> Stream.of(
                            "/admin/" + file,
                            file.equals("index.xhtml") ? "/admin/" : "/admin/" + file.replace(".xhtml", "")))
                    .sorted()
                    .toList();
        }
    }

    private static String signedIn(String role, String state) {
        return SignedInForTests.create(role, state).cookie();
    }

    private int get(String page, String cookie) throws Exception {
        return status(request(page, cookie).GET());
    }

    private int post(String page, String cookie) throws Exception {
        return status(request(page, cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("jakarta.faces.ViewState=stateless")));
    }

    private static HttpRequest.Builder request(String page, String cookie) {
        return HttpRequest.newBuilder(URI.create(Deployments.site() + page)).header("Cookie", cookie);
    }

    private int status(HttpRequest.Builder request) throws Exception {
        HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
        return answer.statusCode();
    }
}
