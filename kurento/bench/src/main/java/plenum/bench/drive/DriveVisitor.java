package plenum.bench.drive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.mediaserver.bench.BenchFailure;

/** Somebody with a session, and with the cookies of a browser. */
final class DriveVisitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI site;
    private final Map<String, String> cookies = new TreeMap<>();

    DriveVisitor(URI site, String session) {
        this.site = site;
        cookies.put("plenum-session", session);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return kept(http.send(request(path).GET().build(), BodyHandlers.ofString()));
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).method(method, body);
        return kept(
                http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString()));
    }

    HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return send(method, path, BodyPublishers.noBody());
    }

    InputStream open(String path, long from) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(
                request(path).header("Range", "bytes=" + from + "-").GET().build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 206) {
            answer.body().close();
            throw new IOException("a file was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        StringBuilder cookie = new StringBuilder();
        cookies.forEach((name, value) -> cookie.append(cookie.isEmpty() ? "" : "; ")
                .append(name)
                .append('=')
                .append(value));
        return HttpRequest.newBuilder(site.resolve(path))
                .timeout(PATIENCE)
                .header("Cookie", cookie.toString())
                .header("Origin", site.getScheme() + "://" + site.getAuthority());
    }

    private <T> HttpResponse<T> kept(HttpResponse<T> answer) {
        for (String set : answer.headers().allValues("Set-Cookie")) {
            String[] pair = set.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    /** What an attribute of the page says, or a field of it. */
    static String find(String page, String pattern) throws BenchFailure {
        Matcher found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new BenchFailure("a page has no " + pattern);
        }
        return found.group(1).replace("&amp;", "&");
    }

    @Override
    public void close() {
        http.close();
    }
}
