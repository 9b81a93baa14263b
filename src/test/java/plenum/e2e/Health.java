package plenum.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The product's own health address, asked from outside. */
final class Health {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Health() {}

    static boolean isUp(PlenumProcess plenum) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(plenum.page("/health")))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
