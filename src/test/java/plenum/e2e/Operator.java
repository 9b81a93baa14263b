package plenum.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The operator of a server at its machine, who says {@code ./plenum admin …}. */
final class Operator {
    private final PlenumProcess plenum;
    private final HttpClient http = HttpClient.newHttpClient();

    Operator(PlenumProcess plenum) {
        this.plenum = plenum;
    }

    /** What the server answers; throws when it refuses. */
    String say(String action, String... values) {
        String form = "action=" + action
                + Arrays.stream(values)
                        .map(value -> "&value=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining());
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(plenum.page("/admin-commands")))
                .header("Authorization", "Bearer " + secret())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(action + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().stripTrailing();
    }

    /** Makes an account without a password, as a directory service does. */
    void provision(String token, String name, String email, boolean active) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(plenum.page("/scim/v2/Users")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/scim+json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","displayName":"%s","active":%s}\
                    """.formatted(email, name, active))));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private String secret() {
        try {
            return Files.readString(plenum.data().resolve("secrets").resolve("admin-token"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
