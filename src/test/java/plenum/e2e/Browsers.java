package plenum.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Chromium with a camera and a microphone that do not exist but work, and as many people in it as a journey needs, each with cookies of
 * their own. After each test everybody goes home; when it failed, their screens are kept in {@code target/e2e/failures}.
 */
final class Browsers implements AfterTestExecutionCallback, AfterEachCallback {

    /** Starts the Chromium that {@code CHROMIUM} names, or the installed one, below the servers. */
    private static final Path CHROMIUM = Path.of(".ci/chromium").toAbsolutePath();

    /** Frames a second of cameras: enough to see that a picture goes on, and a quarter of the work for everybody's codecs. */
    private static final int USUAL_FRAMES = 5;

    /** Of cameras as they are, for what measures pictures. */
    private static final int SMOOTH_FRAMES = 20;

    /**
     * Of the browser's own windows: each person's would load two pages for the list below an address bar that nobody sees. The last such list
     * holds, so it has Playwright's, too.
     */
    private static final String NOT_NEEDED = String.join(
            ",",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup",
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "BlockOriginHeaderModificationOnRedirect",
            "Translate",
            "AutoDeElevate",
            "OptimizationHints");

    /** Until a page shows what is expected of it, on a slow machine that is busy with six browsers. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** What somebody chose before: small pictures in both directions. A frame that may not store anything has none. */
    private static final String SMALL_PICTURES = """
            try {
              localStorage.getItem('plenum-preferences') ?? localStorage.setItem('plenum-preferences', '{"lowData":true}');
            } catch {
              // a page without an origin
            }""";

    private static final Map<Integer, Browser> OPEN = new HashMap<>();

    private final int frames;
    private final boolean small;
    private final List<Person> people = new ArrayList<>();

    /** With cameras that are no burden to a small machine. */
    Browsers() {
        this(USUAL_FRAMES, false);
    }

    private Browsers(int frames, boolean small) {
        this.frames = frames;
        this.small = small;
    }

    /** Of people who save data: for meetings in which the size of a picture does not matter, a seventh of the work for codecs. */
    static Browsers withSmallPictures() {
        return new Browsers(USUAL_FRAMES, true);
    }

    /** With cameras as smooth as real ones. */
    static Browsers withSmoothCameras() {
        return new Browsers(SMOOTH_FRAMES, false);
    }

    /** Somebody with a window of their own. */
    Person person(String name) {
        return person(name, Texts.LANGUAGE, Ways.UDP);
    }

    /** Somebody whose media go these ways. */
    Person person(String name, Ways ways) {
        return person(name, Texts.LANGUAGE, ways);
    }

    /** Somebody whose browser asks for this language. */
    Person person(String name, String language) {
        return person(name, language, Ways.UDP);
    }

    /** All of that. */
    Person person(String name, String language, Ways ways) {
        BrowserContext context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(1280, 800)
                        .setIgnoreHTTPSErrors(true)
                        .setPermissions(List.of("camera", "microphone", "clipboard-read", "clipboard-write")));
        context.addInitScript(MediaProbe.INIT_SCRIPT);
        if (small) {
            context.addInitScript(SMALL_PICTURES);
        }
        Person person = new Person(name, context);
        ways.of(person.page());
        people.add(person);
        return person;
    }

    /** Somebody with a browser and a profile of their own, which other windows have to do without: private ones get no notices. */
    Person personWithProfile(String name, Path profile) {
        BrowserContext context = browser()
                .browserType()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(arguments(frames))
                                .setLocale(Texts.LANGUAGE)
                                .setViewportSize(1280, 800));
        Person person = new Person(name, context);
        people.add(person);
        return person;
    }

    /** For what must no longer be there. */
    static WaitForOptions gone() {
        return new WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    /** One for each kind of camera, until all tests are over. */
    private Browser browser() {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(frames, Browsers::launch);
        }
    }

    private static Browser launch(int frames) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(arguments(frames)));
    }

    private static List<String> arguments(int frames) {
        return List.of(
                // root needs it, and everything it loads is ours
                "--no-sandbox",
                // there is none: OpenGL in software takes twice as long as putting pictures together without it
                "--disable-gpu",
                "--disable-features=" + NOT_NEEDED,
                "--use-fake-device-for-media-stream=fps=" + frames,
                "--use-fake-ui-for-media-stream",
                "--auto-select-desktop-capture-source=Entire screen",
                "--autoplay-policy=no-user-gesture-required",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-renderer-backgrounding",
                "--disable-background-timer-throttling",
                "--disable-backgrounding-occluded-windows",
                "--allow-loopback-in-peer-connection");
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
