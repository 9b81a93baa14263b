package plenum.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.it.BrowserForTests;
import plenum.it.Deployments;

/** A browser that goes to a provider and back. Links lead to the server's public address, which in tests is where the container answers. */
final class Traveller {
    private static final String PUBLIC = "http://localhost:8080";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern XSRF = Pattern.compile("name=\"xsrf\" value=\"([^\"]+)\"");

    private final BrowserForTests browser = new BrowserForTests(Redirect.NEVER);

    HttpResponse<String> get(String path) {
        return browser.send(
                HttpRequest.newBuilder(Deployments.site().resolve(path)).GET());
    }

    HttpResponse<String> post(URI where, String... fields) {
        String body = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(parts -> parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(HttpRequest.newBuilder(where)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** From our page to the provider, who signs somebody in, up to the address that leads back; nobody has gone there yet. */
    URI provenAs(String who, String to) {
        return provenBy("test", who, to);
    }

    /** As above, by a provider of that name. */
    URI provenBy(String provider, String who, String to) {
        HttpResponse<String> answer = follow(get("/openid/" + provider + "?to=" + to));
        for (int step = 0; step < 5 && back(answer).isEmpty(); step++) {
            Matcher form = ACTION.matcher(answer.body());
            if (!form.find()) {
                throw new IllegalStateException("no form at " + answer.uri() + ": " + answer.body());
            }
            boolean login = answer.body().contains("name=\"login\"");
            String prompt = login ? "prompt=login" : "prompt=consent";
            answer = follow(post(answer.uri().resolve(form.group(1)), prompt, "login=" + who, "password=any"));
        }
        return back(answer).orElseThrow();
    }

    /** Signs in at the provider and here. */
    HttpResponse<String> signInAs(String who, String to) {
        return arrive(provenAs(who, to));
    }

    HttpResponse<String> arrive(URI back) {
        return get(back.getRawPath() + "?" + back.getRawQuery());
    }

    /** Signs out at the provider, on its own page. */
    void signOutThere(URI issuer) {
        HttpResponse<String> page = follow(browser.send(
                HttpRequest.newBuilder(issuer.resolve("/session/end")).GET()));
        Matcher xsrf = XSRF.matcher(page.body());
        if (!xsrf.find()) {
            throw new IllegalStateException(page.body());
        }
        post(issuer.resolve("/session/end/confirm"), "xsrf=" + xsrf.group(1), "logout=yes");
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> now = answer;
        while (now.statusCode() / 100 == 3 && back(now).isEmpty()) {
            URI next = now.uri().resolve(now.headers().firstValue("Location").orElseThrow());
            now = browser.send(HttpRequest.newBuilder(next).GET());
        }
        return now;
    }

    private static Optional<URI> back(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .filter(location -> location.startsWith(PUBLIC))
                .map(URI::create);
    }

    Optional<String> cookie(String name) {
        return browser.cookie(name);
    }
}
