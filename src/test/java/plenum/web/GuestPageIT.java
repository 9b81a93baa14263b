package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.it.SqlForTests;

/** What the pages of guests weigh, as it comes over the wire, and what is not among it. */
@Tag("web")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GuestPageIT {
    private static final int LIGHT = 150_000;
    /** Scripts, style sheets and modules; not what is loaded when somebody looks for it. */
    private static final Pattern LOADED = Pattern.compile(
            "<(?:script[^>]*?src|link[^>]*?rel=\"(?:stylesheet|modulepreload)\"[^>]*?href)=\"([^\"]+)\"");

    private static final Pattern PICTURE = Pattern.compile("<img[^>]*?src=\"([^\"]+)\"");
    private static final String FORM =
            "create=create&create:submit=&jakarta.faces.ViewState=stateless&primefaces.nonce=&create:name=Guests";

    private final HttpClient http = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeAll
    static void awaitSchema() {
        SqlForTests.awaitTables();
    }

    @Test
    void theFirstPageIsLight() throws Exception {
        assertThat(weight("/")).isBetween(1, LIGHT);
    }

    @Test
    void aMeetingsPageIsLightAndHasNothingOfTheDeskOrOfPrimeFaces() throws Exception {
        String meeting = created();
        Set<String> loaded = loadedBy(text(meeting));
        assertThat(loaded)
                .isNotEmpty()
                .noneMatch(address -> address.contains("primefaces"))
                .noneMatch(address -> address.contains("jquery"))
                .noneMatch(address -> address.contains("/desk"))
                .noneMatch(address -> address.contains("components.css"))
                .noneMatch(address -> address.contains("personal-page"));
        assertThat(weight(meeting)).isBetween(1, LIGHT);
    }

    private String created() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/new")
                        .POST(HttpRequest.BodyPublishers.ofString(FORM))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private int weight(String page) throws Exception {
        String html = text(page);
        Set<String> addresses = loadedBy(html);
        PICTURE.matcher(html).results().forEach(found -> addresses.add(found.group(1)));
        int sum = fetched(page).length;
        for (String address : addresses) {
            sum += fetched(address).length;
        }
        return sum;
    }

    private static Set<String> loadedBy(String html) {
        return LOADED.matcher(html)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String text(String address) throws Exception {
        return http.send(request(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** As it came over the wire. */
    private byte[] fetched(String address) throws Exception {
        HttpResponse<byte[]> answer = http.send(
                request(address).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        if (answer.headers().allValues("Content-Encoding").equals(List.of("gzip"))) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isNotEmpty();
            }
        }
        return answer.body();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(Deployments.site().resolve(address)).header("Accept-Language", "de");
    }
}
