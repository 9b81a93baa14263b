package plenum.recording.kill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import plenum.attack.Place;
import plenum.attack.Pulse;
import plenum.attack.Stranger;
import plenum.e2e.Measured;
import plenum.e2e.PlenumProcess;
import plenum.mediaserver.client.ClientSide;

/** One meeting of three that is recorded, with faults in the middle: Ada records, Bob consents, Cleo declines while the first fault lasts. */
final class Round implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration TOLD_GOAL = Duration.ofSeconds(5);
    private static final Duration READY_GOAL = Duration.ofSeconds(10);

    private final PlenumProcess plenum;
    private final Ledgered ledger;
    private final Films films;
    private final Optional<FullDisk> disk;
    private final Stranger browser;
    private final UUID account = UUID.randomUUID();
    private final String session;
    private final Recordee ada;
    private final Recordee bob;
    private final Recordee cleo;

    Round(
            PlenumProcess plenum,
            Ledgered ledger,
            Films films,
            Optional<FullDisk> disk,
            List<Frames> looks,
            ClientSide side,
            Pulse pulse)
            throws SQLException {
        this.plenum = plenum;
        this.ledger = ledger;
        this.films = films;
        this.disk = disk;
        this.browser = new Stranger(plenum.url(), "127.0.0.1");
        this.session = ledger.signUp(account);
        Place place = Place.make(browser, "Jour fixe", Map.of());
        ada = new Recordee(side, pulse, () -> browser.creatorsTab(place), "Ada", looks.get(0), true);
        bob = new Recordee(side, pulse, () -> browser.tab(place), "Bob", looks.get(1), true);
        cleo = new Recordee(side, pulse, () -> browser.tab(place), "Cleo", looks.get(2), false);
        cleo.waitWithAnswer();
    }

    /** @param pauses how long it is recorded before each fault, and after the last one */
    void run(List<Fault> faults, Supplier<Duration> pauses) throws IOException, SQLException {
        await("all are in", () -> ada.isIn() && bob.isIn() && cleo.isIn());
        ada.watch(bob);
        bob.watch(cleo);
        cleo.watch(ada);
        allSee("before the faults");
        ada.startRecording(ticket());
        await("it is recorded", () -> bob.recording().path("on").asBoolean());
        Ledgered.Row recording = ledger.latest(account);
        Path folder = plenum.data().resolve("recordings").resolve(recording.id().toString());
        await("Bob has said yes, and both are written", () -> tracks(folder).size() == 2);
        await("Ada knows that it is well", ada::isReassured);
        long whole = System.currentTimeMillis();
        List<Fault.Happened> happened = new ArrayList<>();
        for (Fault fault : faults) {
            pass(pauses.get());
            happened.add(happen(fault, folder, recording.id()));
        }
        pass(pauses.get());
        nothingIsShown(recording.id());

        long stopped = System.nanoTime();
        ada.stopRecording();
        await("it is not recorded any more", () -> !bob.recording().path("on").asBoolean());
        await("the film is there", () -> ledger.latest(account).state().equals("READY"));
        print(faults + ", until the film is ready", READY_GOAL, stopped);
        judge(happened, whole, folder, ledger.latest(account));
    }

    private Fault.Happened happen(Fault fault, Path folder, UUID recording) throws IOException {
        ada.settle();
        long at = System.currentTimeMillis();
        long since = System.nanoTime();
        Runnable told = () -> {
            await("Ada is told of " + fault, ada::isTold);
            print(fault + ", until the moderator is told", TOLD_GOAL, since);
        };
        switch (fault) {
            case MEDIA_SERVER -> {
                plenum.kill("media-server");
                told.run();
            }
            case WILDFLY -> {
                plenum.kill("wildfly");
                told.run();
            }
            case COMPOSER -> plenum.whileDown("composer", told);
            case DATABASE ->
                plenum.whileDown("postgresql", () -> {
                    cleo.answer();
                    told.run();
                });
            case DISK_FULL -> {
                disk.orElseThrow().fill();
                try {
                    told.run();
                    playable(folder);
                } finally {
                    disk.orElseThrow().free();
                }
            }
        }
        nothingIsShown(recording);
        cleo.answer();
        allSee(fault + " is over");
        await("it is recorded again", () -> ada.recording().path("on").asBoolean() && ada.isReassured());
        await(
                "Cleo is asked no more",
                () -> cleo.recording().path("choice").asText().equals("declined"));
        return new Fault.Happened(fault, at, System.currentTimeMillis());
    }

    /** Whoever answers, if anybody does: there is no film yet. */
    private void nothingIsShown(UUID recording) {
        try {
            assertThat(film(recording).statusCode())
                    .as("nothing partial is shown")
                    .isNotEqualTo(200);
        } catch (IOException e) {
            // the server is away
        }
    }

    private void judge(List<Fault.Happened> faults, long whole, Path folder, Ledgered.Row recording)
            throws IOException, SQLException {
        assertThat(recording.interrupted()).as("it went on").isFalse();
        playable(folder);
        HttpResponse<byte[]> answer = film(recording.id());
        assertThat(answer.statusCode()).isEqualTo(200);
        Path film = Files.write(folder.resolveSibling("film-" + recording.id() + ".mp4"), answer.body());
        Verdict verdict = new Verdict(films, film, recording, faults, whole);
        verdict.isWhole();
        verdict.explainsItsGaps();
        verdict.isHeard(ada);
        verdict.isHeard(bob);
        verdict.isNotHeard(cleo);
        assertThat(ledger.answers(recording.id(), true)).as("Ada and Bob").isEqualTo(2);
        assertThat(ledger.answers(recording.id(), false)).as("Cleo").isEqualTo(1);
        assertThat(ledger.mails(account, "recording")).isEqualTo(1);
        String receipt = browser.get("/recordings/watch?id=" + recording.id(), "Cookie", session)
                .body();
        assertThat(receipt).contains(recording.sha256());
        assertThat(verdict.timesOfGaps()).allSatisfy(time -> assertThat(receipt).contains(time));
        Files.delete(film);
    }

    /** Each track that is there, whatever happened to who wrote it. */
    private void playable(Path folder) throws IOException {
        for (Path track : tracks(folder)) {
            assertThat(films.complaints(track)).as(track.toString()).isEmpty();
        }
    }

    private static List<Path> tracks(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("tracks"))) {
            return files.filter(file -> file.toFile().length() > 1_000).toList();
        }
    }

    private void allSee(String what) {
        List<Recordee> all = List.of(ada, bob, cleo);
        all.forEach(Recordee::lookAnew);
        await("all see one another: " + what, () -> all.stream().allMatch(Recordee::sees));
    }

    private String ticket() throws IOException {
        String answer = browser.post("/recording/ticket", Map.of(), "Cookie", session, "Origin", browser.origin())
                .body();
        return JSON.readTree(answer).path("ticket").asText();
    }

    private HttpResponse<byte[]> film(UUID recording) throws IOException {
        URI address = plenum.url().resolve("/recordings/film/" + recording);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address).header("Cookie", session).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String what, Duration goal, long since) {
        Measured.print(what, goal, List.of(Duration.ofNanos(System.nanoTime() - since)));
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(e -> e instanceof SQLException || e instanceof IOException)
                .until(condition);
    }

    /** The meeting goes on for a while. */
    private static void pass(Duration time) {
        Awaitility.await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }

    @Override
    public void close() {
        List.of(ada, bob, cleo).forEach(Recordee::leave);
        List.of(ada, bob, cleo).forEach(Recordee::close);
        browser.close();
    }
}
