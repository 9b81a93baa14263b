package plenum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kills parts of Plenum while a meeting is recorded. The meeting goes on, the film plays up to a second before the fault, and its receipt names what is missing. {@code -Dplenum.kills=50} makes so many
 * rounds with faults in a random order; by itself each fault comes once.
 */
@Tag("recording")
class RecordingKillsJourney {
    private static final String PASSWORD = "a long password of Ada's";
    private static final Duration BEFORE = Duration.ofSeconds(7);
    private static final Duration AFTER = Duration.ofSeconds(9);
    private static final Duration TOLD_GOAL = Duration.ofSeconds(5);
    private static final Duration READY_GOAL = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Signal ADA = new Signal("#e00000", 440);
    private static final Signal BOB = new Signal("#00c000", 700);

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final PlenumProcess plenum = PlenumProcess.start("recording-kills");
    private final Random random = new Random(7);
    private final Map<Fault, List<Duration>> told = new EnumMap<>(Fault.class);
    private final List<Duration> ready = new ArrayList<>();
    private Person ada;
    private Person bob;
    private Page owners;

    private enum Fault {
        COMPOSER("composer"),
        MEDIA_SERVER("media-server"),
        POSTGRESQL("postgresql"),
        WILDFLY("wildfly");

        private final String part;

        Fault(String part) {
            this.part = part;
        }
    }

    @Test
    void everyFilmPlaysUpToItsFaultAndSaysWhatIsMissing() {
        ada = person("Ada", ADA);
        makeAccount();
        MeetingRoom room = StartPage.open(ada, plenum).create("Jour fixe").join();
        bob = person("Bob", BOB);
        bob.joinAt(room.link());
        owners = ada.page().context().newPage();
        int rounds = Integer.getInteger("plenum.kills", Fault.values().length);
        for (int round = 0; round < rounds; round++) {
            Fault fault = rounds == Fault.values().length
                    ? Fault.values()[round]
                    : Fault.values()[random.nextInt(Fault.values().length)];
            round(round + 1, fault);
        }
        told.forEach((fault, all) -> Measured.print("moderators are told of " + fault, TOLD_GOAL, all));
        Measured.print("a film is ready after its end", READY_GOAL, ready);
    }

    private void round(int number, Fault fault) {
        start();
        pass(BEFORE.plusMillis(random.nextInt(2_000)));
        long killed = System.currentTimeMillis();
        plenum.kill(fault.part);
        if (fault == Fault.MEDIA_SERVER || fault == Fault.WILDFLY || fault == Fault.COMPOSER) {
            awaitTold(fault);
        }
        Await.until(ada.page(), "the application answers", PATIENCE, () -> Health.isUp(plenum));
        pass(AFTER);
        if (bar().isVisible()) {
            stop();
        }
        long ended = System.nanoTime();
        Await.until(owners, "film " + number + " is ready", PATIENCE, () -> {
            owners.navigate(plenum.page("/recordings"));
            return owners.getByText(Texts.text("recordings.state.READY")).count() == number;
        });
        ready.add(Duration.ofNanos(System.nanoTime() - ended));
        check(fault, killed);
    }

    /** Of trouble, or of the end; a page that has no connection says that instead. */
    private void awaitTold(Fault fault) {
        long since = System.nanoTime();
        Page page = ada.page();
        Await.until(
                page,
                "Ada is told of " + fault,
                PATIENCE,
                () -> page.locator(".recording-bar[data-trouble]").count() > 0
                        || page.getByText(Texts.text("stage.recording.ended.failed")).count() > 0);
        told.computeIfAbsent(fault, none -> new ArrayList<>()).add(Duration.ofNanos(System.nanoTime() - since));
    }

    private void check(Fault fault, long killed) {
        Path folder = newest();
        JsonNode film = json(folder.resolve("film-1.json"));
        double faultAt = (killed - began(folder)) / 1000.0;
        double length = film.path("millis").asLong() / 1000.0;
        assertThat(length).as("%s: the film reaches its fault", fault).isGreaterThan(faultAt - 1);

        owners.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jour fixe"))
                .first()
                .click();
        FilmProbe probe = new FilmProbe(owners);
        assertThat(probe.length()).isBetween(length - 0.2, length + 0.2);
        assertThat(probe.shows(ADA, Math.max(2, faultAt - 1.2)))
                .as("%s: Ada is seen up to a second before", fault)
                .isTrue();
        String receipt = owners.locator(".recording-facts").textContent();
        String none = Texts.text("recording.gaps.none");
        switch (fault) {
            case COMPOSER, POSTGRESQL ->
                assertThat(film.path("gaps")).as(fault + ": nothing is missing").isEmpty();
            case MEDIA_SERVER -> {
                assertThat(film.path("gaps")).isNotEmpty().anySatisfy(gap -> assertThat(
                                gap.path("from").asLong() / 1000.0)
                        .isBetween(faultAt - 4, faultAt + 4));
                assertThat(receipt).contains("Ada").doesNotContain(none);
            }
            case WILDFLY ->
                assertThat(receipt).as("the receipt says where it ended").doesNotContain(none);
        }
    }

    private Locator bar() {
        return ada.page().locator(".recording-bar");
    }

    private void start() {
        Page page = ada.page();
        page.getByRole(AriaRole.BUTTON, named("stage.more")).click();
        page.getByRole(AriaRole.MENUITEM, named("stage.recording.start")).click();
        page.locator("dialog[open]")
                .getByRole(AriaRole.BUTTON, button("stage.recording.start"))
                .click();
        bar().waitFor();
        bob.page().getByRole(AriaRole.BUTTON, named("stage.recording.yes")).click();
    }

    private void stop() {
        Page page = ada.page();
        bar().click();
        page.locator("dialog[open]")
                .getByRole(AriaRole.BUTTON, button("stage.recording.stop"))
                .click();
        page.locator("dialog[open]")
                .getByRole(AriaRole.BUTTON, button("stage.recording.stop"))
                .last()
                .click();
        bar().waitFor(Browsers.gone());
        page.keyboard().press("Escape");
    }

    private void pass(Duration time) {
        long since = System.nanoTime();
        Await.until(
                ada.page(),
                "time passes",
                time.plusSeconds(60),
                () -> System.nanoTime() - since > time.toNanos());
    }

    private Path newest() {
        try (Stream<Path> all = Files.list(plenum.data().resolve("recordings"))) {
            return all.filter(folder -> Files.exists(folder.resolve("timeline.jsonl")))
                    .max(Comparator.comparing(RecordingKillsJourney::made))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime made(Path folder) {
        return FileTime.fromMillis(began(folder));
    }

    private static long began(Path folder) {
        try (Stream<String> lines = Files.lines(folder.resolve("timeline.jsonl"))) {
            return JSON.readTree(lines.findFirst().orElseThrow()).path("at").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Person person(String name, Signal signal) {
        Person person = browsers.person(name);
        signal.of(person);
        return person;
    }

    private void makeAccount() {
        Page page = ada.page();
        page.navigate(firstAdminLink());
        page.locator("[id='welcome:email']").fill("ada@example.org");
        page.locator("[id='welcome:name']").fill("Ada");
        page.locator("[id='welcome:password']").fill(PASSWORD);
        page.locator("[id='welcome:submit']").click();
        page.locator("[id='welcome:submit']").waitFor(Browsers.gone());
    }

    private String firstAdminLink() {
        try {
            Matcher link = Pattern.compile("http\\S+/link#\\S+")
                    .matcher(Files.readString(plenum.logs().resolve("wildfly.log")));
            assertThat(link.find()).isTrue();
            return link.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page.GetByRoleOptions named(String key) {
        return new Page.GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }

    private static Locator.GetByRoleOptions button(String key) {
        return new Locator.GetByRoleOptions().setName(Texts.text(key)).setExact(true);
    }
}
