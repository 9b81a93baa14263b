package plenum.account;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.it.BrowserForTests;
import plenum.it.Deployments;

/** A browser without scripts: it keeps cookies, follows no redirect, and sends the forms of stateless pages. */
final class PageBrowser {
    private final URI site;
    private final BrowserForTests browser = new BrowserForTests(Redirect.NEVER);

    /** Of the container of the tests. */
    PageBrowser() {
        this(Deployments.site());
    }

    /** Of any server. */
    PageBrowser(URI site) {
        this.site = site;
    }

    HttpResponse<String> get(String path) {
        return browser.send(request(path).GET());
    }

    /** @param fields {@code id=value}, the ids within the form */
    HttpResponse<String> submit(String path, String form, String... fields) {
        return browser.send(form(path, form, fields).header("Sec-Fetch-Site", "same-origin"));
    }

    /** As a control does that stores its value at once. @param control its id within the form */
    HttpResponse<String> turn(String path, String form, String control, String... fields) {
        return turnWith("valueChange", form + ":" + control, path, form, control, fields);
    }

    /** @param event of the control's behaviour @param executed ids of the controls that are sent with it */
    HttpResponse<String> turnWith(
            String event, String executed, String path, String form, String control, String... fields) {
        Stream<String> partial = Stream.of(
                "@jakarta.faces.partial.ajax=true",
                "@jakarta.faces.source=" + form + ":" + control,
                "@jakarta.faces.partial.execute=" + executed,
                "@jakarta.faces.behavior.event=" + event,
                "@jakarta.faces.partial.event=change");
        return submit(path, form, Stream.concat(partial, Arrays.stream(fields)).toArray(String[]::new));
    }

    HttpResponse<String> submitFrom(String site, String path, String form, String... fields) {
        return browser.send(form(path, form, fields).header("Sec-Fetch-Site", site));
    }

    HttpResponse<String> submitWith(String header, String value, String path, String form, String... fields) {
        return browser.send(form(path, form, fields).header(header, value).header("Sec-Fetch-Site", "same-origin"));
    }

    HttpResponse<String> post(String path) {
        return browser.send(
                request(path).POST(HttpRequest.BodyPublishers.noBody()).header("Sec-Fetch-Site", "same-origin"));
    }

    private HttpRequest.Builder form(String path, String form, String... fields) {
        Stream<String> fixed = Stream.of(
                form + "=" + form, form + ":submit=", "jakarta.faces.ViewState=stateless", "primefaces.nonce=");
        Stream<String> given = Arrays.stream(fields).map(field -> {
            String[] parts = field.split("=", 2);
            String name = parts[0].startsWith("@") ? parts[0].substring(1) : form + ":" + parts[0];
            return name + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
        });
        String body = Stream.concat(fixed, given).collect(Collectors.joining("&"));
        return request(path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path))
                .header("Accept-Language", "en")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    Optional<String> cookie(String name) {
        return browser.cookie(name);
    }

    void setCookie(String name, String value) {
        browser.setCookie(site, name, value);
    }

    /** Where it leads to, on the server of this browser. */
    String leadsTo(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replace(site.toString(), "");
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse("")
                .replace(Deployments.site().toString(), "");
    }
}
