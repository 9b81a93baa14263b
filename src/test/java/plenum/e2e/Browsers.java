package plenum.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium with a camera and a microphone that do not exist but work, and as many people in it as a journey needs, each with cookies of
 * their own. After each test everybody goes home; when it failed, their screens are kept in {@code target/e2e/failures}.
 */
final class Browsers implements AfterTestExecutionCallback, AfterEachCallback {

    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");

    private static Browser browser;

    private final List<Person> people = new ArrayList<>();

    /** Somebody with a window of their own. */
    Person person(String name) {
        return person(name, Texts.LANGUAGE);
    }

    /** Somebody whose browser asks for this language. */
    Person person(String name, String language) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(1280, 800)
                        .setIgnoreHTTPSErrors(true)
                        .setPermissions(List.of("camera", "microphone", "clipboard-read", "clipboard-write")));
        context.addInitScript(MediaProbe.INIT_SCRIPT);
        Person person = new Person(name, context);
        people.add(person);
        return person;
    }

    /** For what must no longer be there. */
    static WaitForOptions gone() {
        return new WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright =
                    Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    // root needs it, and everything it loads is ours
                                    "--no-sandbox",
                                    "--use-fake-device-for-media-stream",
                                    "--use-fake-ui-for-media-stream",
                                    "--auto-select-desktop-capture-source=Entire screen",
                                    "--autoplay-policy=no-user-gesture-required",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--disable-renderer-backgrounding",
                                    "--disable-background-timer-throttling",
                                    "--disable-backgrounding-occluded-windows",
                                    "--allow-loopback-in-peer-connection")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("CHROMIUM"))
                .or(() -> PLACES.stream().filter(p -> Files.exists(Path.of(p))).findFirst())
                .map(Path::of)
                .orElseThrow(() -> new IllegalStateException(
                        "The journeys need Chromium: install it, or name it in CHROMIUM. ./plenum test does."));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Path folder = Path.of(
                    "target/e2e/failures",
                    context.getRequiredTestClass().getSimpleName() + "."
                            + context.getRequiredTestMethod().getName());
            people.forEach(person -> person.keepEvidence(folder));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.forEach(Person::close);
        people.clear();
    }
}
