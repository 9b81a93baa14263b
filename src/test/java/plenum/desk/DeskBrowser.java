package plenum.desk;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.it.BrowserForTests;
import plenum.it.Deployments;

/** A browser at the address of a meeting's desk, as far as requests go: cookies, redirects, and the page's form. */
final class DeskBrowser {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern COMMAND = Pattern.compile("deskAct = function\\(\\) \\{[^{]*\\{s:\"([^\"]+)\"");

    private final BrowserForTests browser = new BrowserForTests(Redirect.NORMAL);
    private final URI address;
    private HttpResponse<String> page;

    DeskBrowser(String letters) {
        this.address = Deployments.site().resolve("/m/" + letters + "/desk");
    }

    HttpResponse<String> open() {
        return page = browser.send(request().GET());
    }

    HttpResponse<String> show(String ticket) {
        return page = post(Map.of("ticket", ticket), "same-origin");
    }

    /** What a row's control sends. */
    HttpResponse<String> act(String act, String id) {
        return act(act, id, "same-origin");
    }

    HttpResponse<String> act(String act, String id, String fetchSite) {
        return command(viewState(), act, id, fetchSite);
    }

    /** The state of the page's view, which its form sends back. */
    String viewState() {
        return find(STATE);
    }

    /** As {@link #act}, with a view of somebody else. */
    HttpResponse<String> actWith(String viewState, String command, String act, String id) {
        return form(viewState, command, act, id, "same-origin");
    }

    String command() {
        return find(COMMAND);
    }

    private HttpResponse<String> command(String viewState, String act, String id, String fetchSite) {
        return form(viewState, command(), act, id, fetchSite);
    }

    private HttpResponse<String> form(String viewState, String command, String act, String id, String fetchSite) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("jakarta.faces.partial.ajax", "true");
        form.put("jakarta.faces.source", command);
        form.put("jakarta.faces.partial.execute", command);
        form.put("jakarta.faces.partial.render", "messages");
        form.put(command, command);
        form.put("act", act);
        form.put("id", id);
        form.put("desk", "desk");
        form.put("jakarta.faces.ViewState", viewState);
        return post(form, fetchSite);
    }

    private HttpResponse<String> post(Map<String, String> form, String fetchSite) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", fetchSite)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(address).header("Accept-Language", "en");
    }

    private String find(Pattern pattern) {
        Matcher found = pattern.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("the page has no " + pattern);
        }
        return found.group(1);
    }
}
