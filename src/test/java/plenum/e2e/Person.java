package plenum.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Somebody at a browser window, and what that browser complained about. */
final class Person implements AutoCloseable {

    private final String name;
    private final BrowserContext context;
    private final Page page;
    private final List<String> console = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final Set<String> hosts = new TreeSet<>();
    private final Queue<String> frames = new ConcurrentLinkedQueue<>();

    Person(String name, BrowserContext context) {
        this.name = name;
        this.context = context;
        context.onRequest(request -> addHost(request.url()));
        page = context.newPage();
        page.onWebSocket(socket -> {
            addHost(socket.url());
            socket.onFrameSent(frame -> frames.add(LocalTime.now() + " > " + frame.text()));
            socket.onFrameReceived(frame -> frames.add(LocalTime.now() + " < " + frame.text()));
        });
        page.onPageError(error -> console.add("uncaught " + error));
        page.onConsoleMessage(message -> {
            String line = message.type() + " " + message.text();
            console.add(line);
            if (line.contains("Content Security Policy")) {
                violations.add(line);
            }
        });
    }

    private void addHost(String url) {
        URI uri = URI.create(url);
        if (uri.getHost() != null) {
            hosts.add(uri.getHost() + ":" + uri.getPort());
        }
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    /** Every host and port that any page asked for anything. */
    Set<String> requestedHosts() {
        return hosts;
    }

    /**
     * Of scripts and files: PrimeFaces gives its dialogs styles that the policy does not let through, and classes that say the same; the style sheet
     * of its schedule has a font as data, which nothing needs.
     */
    List<String> violationsBesideStyles() {
        return policyViolations().stream()
                .filter(line -> !line.contains("style-src") && !line.contains("'data:application/x-font-ttf"))
                .toList();
    }

    List<String> policyViolations() {
        return violations;
    }

    /** Exceptions that no script caught. */
    List<String> uncaught() {
        return console.stream().filter(line -> line.startsWith("uncaught ")).toList();
    }

    /** Opens a link to a meeting and joins it. */
    MeetingRoom joinAt(String link) {
        page.navigate(link);
        return new PreJoin(this).join();
    }

    void keepEvidence(Path folder) {
        String fileName = name.replaceAll("[^A-Za-z0-9]", "_");
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(fileName + ".console.txt"), console);
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(fileName + ".png")));
            Files.write(folder.resolve(fileName + ".socket.txt"), frames);
            MediaProbe media = new MediaProbe(page);
            Files.writeString(folder.resolve(fileName + ".media.json"), media.describe());
            Files.writeString(folder.resolve(fileName + ".statistics.json"), media.statistics());
        } catch (IOException | PlaywrightException e) {
            console.add("no evidence: " + e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
