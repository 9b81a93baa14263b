package plenum.bench.signaling;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Makes meetings through the page that people use. */
public final class Meetings implements AutoCloseable {
    private static final String LINK = "/m/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI site;

    public Meetings(URI site) {
        this.site = site;
    }

    /** Sends the form of "New meeting"; its answer leads to the meeting. */
    public Room make(String name) throws IOException, InterruptedException {
        String form = "create=create&create:submit=&jakarta.faces.ViewState=stateless&create:password=&create:name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&primefaces.nonce="
                + java.util.Base64.getEncoder()
                        .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(site.resolve("/new"))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        String location = answer.headers().firstValue("Location").orElse("");
        int at = location.lastIndexOf(LINK);
        if (at < 0) {
            throw new IOException("no meeting was made: " + answer.statusCode() + " " + location);
        }
        return new Room(location.substring(at + LINK.length()));
    }

    @Override
    public void close() {
        client.close();
    }
}
