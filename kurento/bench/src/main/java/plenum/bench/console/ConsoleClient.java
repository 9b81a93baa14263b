package plenum.bench.console;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.bench.BenchFailure;

/** A browser as far as the console and other pages need one: it opens a page, and asks for another part of it as PrimeFaces does. */
public final class ConsoleClient {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI site;
    private String cookies;
    private @Nullable String state;
    private String page = "";

    public ConsoleClient(URI site, String session) {
        this.site = site;
        this.cookies = session;
    }

    /** Opens a page; it is the one that parts are asked of from then on. */
    public String open(String path) throws IOException, InterruptedException, BenchFailure {
        page = path;
        HttpResponse<String> answer = http.send(request(path).GET().build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .ifPresent(cookie -> cookies =
                        cookies.replaceAll("; JSESSIONID=[^;]*", "") + "; " + cookie.substring(0, cookie.indexOf(';')));
        if (answer.statusCode() != 200) {
            throw new BenchFailure(path + " was answered " + answer.statusCode());
        }
        // a page without a form has none
        Matcher found = STATE.matcher(answer.body());
        state = found.find() ? found.group(1) : null;
        return answer.body();
    }

    /** A partial request of the page. */
    public String ask(Map<String, String> values) throws IOException, InterruptedException, BenchFailure {
        if (state == null) {
            throw new BenchFailure("no page with a form is open");
        }
        String form = values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(page)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("Faces-Request", "partial/ajax")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&jakarta.faces.partial.ajax=true"
                        + "&primefaces.nonce=&jakarta.faces.ViewState=" + encoded(state)));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("<partial-response")) {
            throw new BenchFailure(page + " was answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path))
                .header("Cookie", cookies)
                .header("Accept-Language", "de");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
