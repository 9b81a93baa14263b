package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.it.Deployments;
import plenum.it.SqlForTests;
import plenum.it.StoredMeetingForTests;
import plenum.platform.Messages;

/** Who may create meetings, from where, and how many. In a deployment of its own: after it, the address of the tests is throttled. */
@Tag("web")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CreatingIT {
    private static final ResourceBundle MESSAGES = Messages.in(Locale.ENGLISH);
    private static final String FORM =
            "create=create&create:submit=&jakarta.faces.ViewState=stateless&primefaces.nonce="
                    + "&create:name=%s&create:password=%s";

    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void awaitSchema() {
        SqlForTests.awaitTables();
    }

    @Test
    @Order(1)
    void aLinkOrAPictureCreatesNothing() throws Exception {
        HttpResponse<String> answer =
                http.send(get("/new?" + FORM.formatted("by-link", "")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(StoredMeetingForTests.count("by-link")).isZero();
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource({
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, cross-site, false",
        "Sec-Fetch-Site, same-site, false",
        "Origin, SITE, true",
        "Origin, https://evil.example, false",
        "Origin, null, false",
        "X-Nothing, a program that is no browser, true"
    })
    void onlyOurOwnPagesCreate(String header, String value, boolean created) throws Exception {
        String name = "from-" + Integer.toHexString((header + value).hashCode());
        HttpResponse<String> answer = http.send(
                post(FORM.formatted(name, ""))
                        .header(header, value.replace("SITE", Deployments.site().toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(created ? 302 : 403);
        assertThat(StoredMeetingForTests.count(name)).isEqualTo(created ? 1 : 0);
    }

    @Test
    @Order(3)
    void theButtonOfThePageSendsAPartOfIt() throws Exception {
        HttpResponse<String> answer = http.send(
                post(FORM.formatted("by-button", "")
                                + "&jakarta.faces.partial.ajax=true&jakarta.faces.source=create:submit"
                                + "&jakarta.faces.partial.execute=@all&jakarta.faces.partial.render=create:refused")
                        .header("Faces-Request", "partial/ajax")
                        .header("X-Requested-With", "XMLHttpRequest")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Origin", Deployments.site().toString())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<redirect url=", "/m/");
    }

    @ParameterizedTest
    @Order(4)
    @CsvSource({
        "/shared?text=123-4567-890, cross-site, 302",
        "/shared?text=123-4567-890, none, 302",
        "/m/dumpaaaaaaaaaaaaaa, cross-site, 200",
        "/preferences?theme=dark, same-origin, 302",
        "/preferences?theme=dark, none, 302",
        "/preferences?theme=dark, cross-site, 403"
    })
    void linksLeadInAndChangeNothing(String path, String fetchSite, int status) throws Exception {
        HttpResponse<Void> answer = http.send(
                get(path).header("Sec-Fetch-Site", fetchSite).build(), HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    @Order(5)
    void manyWithAPasswordFromOneAddressAreThrottled() throws Exception {
        String answer = "";
        int created = 0;
        while (created <= Visits.CREATED_WITH_PASSWORD_AT_ONCE + 5 && answer.isEmpty()) {
            answer = create("guarded", "correct+horse");
            created++;
        }
        assertThat(answer).contains(MESSAGES.getString("create.throttled"));
        assertThat(StoredMeetingForTests.count("guarded"))
                .isBetween(Visits.CREATED_WITH_PASSWORD_AT_ONCE, Visits.CREATED_WITH_PASSWORD_AT_ONCE + 3);
        assertThat(create("open", "")).as("without a password there is no hash").isEmpty();
    }

    @Test
    @Order(6)
    void manyFromOneAddressAreThrottled() throws Exception {
        String answer = "";
        for (int i = 0; i < 2 * Visits.CREATED_AT_ONCE && answer.isEmpty(); i++) {
            answer = create("many", "");
        }
        assertThat(answer).contains(MESSAGES.getString("create.throttled"));
        assertThat(StoredMeetingForTests.count("many")).isLessThan(Visits.CREATED_AT_ONCE);
    }

    /** What the page says, empty when it led on to the meeting. */
    private String create(String name, String password) throws Exception {
        HttpResponse<String> answer =
                http.send(post(FORM.formatted(name, password)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(200, 302);
        return answer.statusCode() == 302 ? "" : answer.body();
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(Deployments.site().resolve(path));
    }

    private static HttpRequest.Builder post(String form) {
        return HttpRequest.newBuilder(Deployments.site().resolve("/new"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }
}
