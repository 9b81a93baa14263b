package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext.GrantPermissionsOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plenum.push.PushServiceForTests;
import plenum.push.Receiver;

/**
 * Notices on devices, as their owner sees them. No browser of a test has a push service: what would come from one is given to the worker by the
 * developer tools, and devices of other browsers are added as their pages would.
 */
@Tag("push")
class PushJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String ADD = """
        (body) => fetch('/push/subscriptions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
          .then((answer) => answer.status)""";

    private static final String SHOWN = """
        () => navigator.serviceWorker.getRegistration('/').then((one) => one.getNotifications())
          .then((all) => all.map(({ title, body, tag, data }) => [title, body, tag, data.link].join(' | ')).join('\\n'))""";

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PushServiceForTests service = PlenumProcess.pushService();
    private final PlenumProcess plenum = PlenumProcess.connected();
    private final DrivePeople people = new DrivePeople(plenum);

    @ParameterizedTest(name = "in {0}")
    @MethodSource("plenum.e2e.Looks#languages")
    void ownersSeeTheirDevicesTryThemAndRemoveThem(String language) {
        Person ada = people.signedIn(
                browsers.person("Ada", language),
                people.address(language.toLowerCase(Locale.ROOT)),
                Locale.forLanguageTag(language));
        Page page = ada.page();
        // a context of Playwright forbids what it does not allow
        settings(page, "blocked");
        assertThat(page.locator("#push-turn")).isHidden();
        allow(page);
        settings(page, "off");
        assertThat(page.locator("#push-turn")).isVisible();
        Receiver phone = Receiver.create();
        String path = "/send/" + UUID.randomUUID();
        assertThat(page.evaluate(ADD, phone.subscription(service.origin() + path)))
                .isEqualTo(201);
        settings(page, "off");
        Locator row = page.locator("#push .rows .row");
        assertThat(row).hasCount(1);
        assertThat(row.locator("[data-here]")).isHidden();
        page.locator("[id='push-devices:test']").click();
        assertThat(page.locator("[id='push-devices:said']")).not().isEmpty();
        Await.until(
                page,
                "the test notice comes",
                PATIENCE,
                () -> service.sentTo(path).size() == 1);
        assertThat(phone.read(service.sentTo(path).getFirst().body())).contains("\"link\":\"/settings\"");
        Looks.at(ada, "settings-push");
        page.setViewportSize(1280, 800);
        row.locator("button").press("Enter");
        assertThat(row).hasCount(0);
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.violationsBesideStyles()).isEmpty();
    }

    @Test
    void failuresAreSaidInWords() {
        Person ada = people.signedIn(browsers.person("Ada"));
        Page page = ada.page();
        allow(page);
        settings(page, "off");
        // private windows have no push service
        page.locator("#push-turn").press("Enter");
        assertThat(page.locator("#push-refused")).hasText(Texts.text("push.failed"));
        assertThat(page.locator("#push-turn")).isFocused();
        assertThat(page.locator("#push-state")).hasText(Texts.text("push.state.off"));
        assertThat(ada.uncaught()).isEmpty();
    }

    @Test
    void theWorkerShowsWhatComes(@TempDir Path profile) {
        Person ada = people.signedIn(browsers.personWithProfile("Ada", profile));
        Page page = ada.page();
        allow(page);
        settings(page, "off");
        CDPSession tools = page.context().newCDPSession(page);
        Queue<String> workers = new ConcurrentLinkedQueue<>();
        tools.on("ServiceWorker.workerRegistrationUpdated", news -> {
            for (JsonElement one : news.getAsJsonArray("registrations")) {
                workers.add(one.getAsJsonObject().get("registrationId").getAsString());
            }
        });
        tools.send("ServiceWorker.enable");
        page.evaluate("""
            () => navigator.serviceWorker.register(document.getElementById('push').dataset.worker)
              .then(() => navigator.serviceWorker.ready).then(({ active }) => active.state)""");
        Await.until(page, "the worker is registered", PATIENCE, () -> !workers.isEmpty());
        JsonObject push = new JsonObject();
        push.addProperty("origin", plenum.url().toString());
        push.addProperty("registrationId", workers.peek());
        push.addProperty(
                "data", "{\"title\":\"Plan\",\"text\":\"at nine\",\"link\":\"/calendar\",\"tag\":\"reminder\"}");
        tools.send("ServiceWorker.deliverPushMessage", push);
        Await.until(page, "the notice is shown", PATIENCE, () -> "Plan | at nine | reminder | /calendar"
                .equals(page.evaluate(SHOWN)));
        // a page goes on past the worker: it handles no requests
        page.navigate(plenum.page("/calendar"));
        page.locator("main").first().waitFor();
        assertThat(ada.uncaught()).isEmpty();
        assertThat(ada.violationsBesideStyles()).isEmpty();
    }

    private void allow(Page page) {
        page.context()
                .grantPermissions(
                        List.of("notifications"),
                        new GrantPermissionsOptions().setOrigin(plenum.url().toString()));
    }

    private void settings(Page page, String state) {
        page.navigate(plenum.page("/settings"));
        Locator said = page.locator("#push-state");
        assertThat(said).hasAttribute("data-state", state);
        assertThat(said).hasText(page.locator("#push").getAttribute("data-state-" + state));
    }
}
