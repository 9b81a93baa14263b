package plenum.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.conference.FakeMedia;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.platform.SecretToken;
import plenum.platform.Settings;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.RecordingMessages;
import plenum.protocol.RecordingMessages.ConsentToRecording;
import plenum.protocol.RecordingMessages.RecordingChoice;
import plenum.protocol.RecordingMessages.RecordingEnd;
import plenum.protocol.RecordingMessages.RecordingHealth;
import plenum.protocol.RecordingMessages.RecordingLayout;
import plenum.protocol.RecordingMessages.RecordingRefusal;
import plenum.protocol.RecordingMessages.RecordingRefused;
import plenum.protocol.RecordingMessages.RecordingState;
import plenum.protocol.RecordingMessages.StartRecording;
import plenum.protocol.RecordingMessages.StopRecording;
import plenum.protocol.StreamMessages;

@Tag("recording")
class RecordingTopicTest {
    private static final UUID ACCOUNT = UUID.randomUUID();

    @TempDir
    Path root;

    private final FakeRecordings stored = new FakeRecordings();
    private final LiveRecordings live = new LiveRecordings();
    private final List<UUID> over = new ArrayList<>();
    private RecordingTickets tickets;
    private LiveMeeting meeting;
    private Person ada;
    private Person bob;

    @BeforeEach
    void meet() {
        meet(false);
    }

    private void meet(boolean silence) {
        LiveMeeting[] made = new LiveMeeting[1];
        made[0] = LiveMeeting.with(RecordingMessages.Ask.class, (of, time) -> {
            tickets = new RecordingTickets(new Random(1), time);
            Settings.Recording rules = new Settings.Recording(
                    Optional.of(root), silence, Duration.ofSeconds(30), Duration.ofHours(3), Duration.ofDays(30));
            return new RecordingTopic(
                    of,
                    new RecordingServices(
                            rules,
                            stored,
                            tickets,
                            live,
                            made[0].feeds,
                            over::add,
                            LiveMeeting.GRACE,
                            time,
                            time,
                            Runnable::run));
        });
        meeting = made[0];
        ada = meeting.join("Ada", Role.CREATOR);
        bob = meeting.join("Bob");
        publish(ada, MediaSource.CAMERA);
        publish(bob, MediaSource.CAMERA);
    }

    private static void publish(Person person, MediaSource source) {
        assertThat(person.say(new StreamMessages.Publish(source, person.epoch(), "offer")))
                .isEmpty();
    }

    private void start() {
        ada.say(new StartRecording(tickets.issue(ACCOUNT, Optional.empty()), RecordingLayout.GRID));
    }

    private static RecordingState state(Person person) {
        return person.outbox().last(RecordingState.class);
    }

    private List<String> timeline() throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return Files.readAllLines(folders.findFirst().orElseThrow().resolve("timeline.jsonl"));
        }
    }

    private List<FakeMedia.Peer.Recorded> recorded(int publication) {
        return meeting.media.room().publications.get(publication).recorded;
    }

    @Test
    void everybodyIsToldAndAskedAndTheStarterIsInIt() throws IOException {
        start();

        assertThat(state(ada).choice()).isEqualTo(RecordingChoice.GIVEN);
        assertThat(state(bob).on()).isTrue();
        assertThat(state(bob).choice()).isEqualTo(RecordingChoice.ASKED);
        assertThat(state(bob).by()).isEqualTo("Ada");
        assertThat(state(bob).secondsLeft()).isEqualTo(3 * 3600);
        assertThat(recorded(0)).hasSize(1);
        assertThat(recorded(0).getFirst().uri).startsWith("file:///").endsWith("/tracks/t1.mkv");
        assertThat(recorded(1)).as("nobody is recorded before they say yes").isEmpty();
        assertThat(String.join("\n", timeline())).contains("\"Ada\"").doesNotContain("Bob");
        assertThat(stored.all.values()).extracting(Recording::owner).containsExactly(ACCOUNT);
        assertThat(live.isRecorded(ada.conference().id())).isTrue();
    }

    @Test
    void whoConsentsIsRecordedUntilTheyChangeTheirMind() throws IOException {
        start();
        bob.say(new ConsentToRecording(true));
        assertThat(recorded(1)).hasSize(1);
        assertThat(String.join("\n", timeline())).contains("\"Bob\"");

        bob.say(new ConsentToRecording(false));
        assertThat(recorded(1).getFirst().over).isTrue();
        assertThat(state(bob).choice()).isEqualTo(RecordingChoice.DECLINED);
        publish(bob, MediaSource.SCREEN);
        assertThat(recorded(2)).isEmpty();
        assertThat(stored.choices.values().iterator().next())
                .extracting(Choice::name, Choice::given)
                .contains(tuple("Ada", true), tuple("Bob", true), tuple("Bob", false));
    }

    @Test
    void whoComesLaterKnowsAtOnce() {
        start();
        Person cem = meeting.join("Cem");
        assertThat(state(cem).on()).isTrue();
        assertThat(state(cem).choice()).isEqualTo(RecordingChoice.ASKED);
        publish(cem, MediaSource.CAMERA);
        assertThat(recorded(2)).isEmpty();
    }

    @Test
    void silenceCountsWhereItMeansConsent() {
        meet(true);
        start();
        assertThat(state(bob).secondsToAnswer()).isEqualTo(30);
        meeting.time.pass(Duration.ofSeconds(31));
        assertThat(state(bob).choice()).isEqualTo(RecordingChoice.GIVEN);
        assertThat(recorded(1)).hasSize(1);
    }

    @Test
    void silenceIsNoConsentElsewhere() {
        start();
        meeting.time.pass(Duration.ofMinutes(10));
        assertThat(recorded(1)).isEmpty();
    }

    @Test
    void aScreenIsATrackAndAChapter() throws IOException {
        start();
        publish(ada, MediaSource.SCREEN);
        assertThat(recorded(2)).hasSize(1);
        assertThat(timeline()).anyMatch(line -> line.contains("\"what\":\"chapter\""));
        ada.say(new StreamMessages.Unpublish(MediaSource.SCREEN));
        assertThat(recorded(2).getFirst().over).isTrue();
    }

    @Test
    void whoIsInABreakoutRoomIsNotRecorded() {
        start();
        ada.conference().circles().move(List.of(ada.participant()), Optional.of(UUID.randomUUID()));
        assertThat(recorded(0).getFirst().over).isTrue();
        ada.conference().circles().move(List.of(ada.participant()), Optional.empty());
        assertThat(recorded(0)).hasSize(2);
    }

    @Test
    void itGoesOnWithoutTheStarterAndEndsWithTheMeeting() throws IOException {
        start();
        bob.say(new ConsentToRecording(true));
        ada.conference().departures().leave(ada.participant());
        assertThat(state(bob).on()).isTrue();
        assertThat(over).isEmpty();
        bob.conference().departures().leave(bob.participant());
        assertThat(over).hasSize(1);
        assertThat(stored.ended).containsOnlyKeys(over.getFirst());
        assertThat(timeline().getLast()).contains("\"what\":\"ended\"");
        assertThat(recorded(1).getFirst().over).isTrue();
    }

    @Test
    void itStopsAtTheLimitAfterWarnings() {
        start();
        meeting.time.pass(Duration.ofMinutes(171));
        assertThat(state(bob).secondsLeft()).isEqualTo(600);
        meeting.time.pass(Duration.ofMinutes(10));
        assertThat(state(bob).on()).isFalse();
        assertThat(state(bob).end()).isEqualTo(RecordingEnd.LIMIT);
        assertThat(over).hasSize(1);
    }

    @Test
    void severalFollowOneAnother() {
        start();
        ada.say(new StopRecording());
        assertThat(state(bob).end()).isEqualTo(RecordingEnd.STOPPED);
        assertThat(ada.say(new StopRecording())).contains(Failed.Code.NOT_FOUND);
        start();
        assertThat(stored.all).hasSize(2);
        assertThat(state(bob).on()).isTrue();
        assertThat(state(bob).choice())
                .as("each recording is a question of its own")
                .isEqualTo(RecordingChoice.ASKED);
    }

    @Test
    void aTicketIsGoodOnceAndNeeded() {
        String ticket = tickets.issue(ACCOUNT, Optional.empty());
        ada.say(new StartRecording("stolen", RecordingLayout.GRID));
        assertThat(ada.outbox().last(RecordingRefused.class).reason()).isEqualTo(RecordingRefusal.SIGN_IN);
        ada.say(new StartRecording(ticket, RecordingLayout.GRID));
        ada.say(new StartRecording(tickets.issue(ACCOUNT, Optional.empty()), RecordingLayout.GRID));
        assertThat(ada.outbox().last(RecordingRefused.class).reason()).isEqualTo(RecordingRefusal.RUNNING);
        ada.say(new StopRecording());
        ada.say(new StartRecording(ticket, RecordingLayout.GRID));
        assertThat(ada.outbox().last(RecordingRefused.class).reason()).isEqualTo(RecordingRefusal.SIGN_IN);
        meeting.time.pass(Duration.ofMinutes(3));
    }

    @Test
    void moderatorsAreToldHowItIs() throws IOException {
        start();
        UUID id = stored.all.keySet().iterator().next();
        Path folder = root.resolve(id.toString());
        Files.write(folder.resolve("tracks/t1.mkv"), new byte[3 << 20]);
        Files.setLastModifiedTime(folder.resolve("tracks/t1.mkv"), FileTime.fromMillis(meeting.time.millis()));
        Files.writeString(
                folder.resolve("progress.json"),
                "{\"at\":1,\"composed\":1000,\"bytes\":3145728,\"tracks\":1,\"lastFrame\":%d,\"room\":1073741824,\"trouble\":\"\"}"
                        .formatted(meeting.time.millis()));
        composerShowsItself();
        meeting.time.pass(Duration.ofSeconds(2));
        RecordingHealth health = ada.outbox().last(RecordingHealth.class);
        assertThat(health.megabytes()).isEqualTo(3);
        assertThat(health.roomMegabytes()).isPositive();
        assertThat(health.behind()).isEqualTo(1);
        assertThat(health.silent()).isEqualTo(2);
        assertThat(health.consenting()).isEqualTo(1);
        assertThat(health.composing()).isTrue();
        assertThat(health.trouble()).isFalse();
        assertThat(bob.outbox().all(RecordingHealth.class)).isEmpty();
        composerShowsItself();
        meeting.time.pass(Duration.ofSeconds(2));
        assertThat(ada.outbox().last(RecordingHealth.class).trouble())
                .as("nothing is written")
                .isTrue();
        recorded(0).getFirst().failed.run();
        meeting.time.pass(Duration.ofSeconds(2));
        assertThat(ada.outbox().last(RecordingHealth.class).trouble()).isTrue();
    }

    private void composerShowsItself() throws IOException {
        Path sign = root.resolve(".composer.alive");
        Files.writeString(sign, "");
        Files.setLastModifiedTime(sign, FileTime.fromMillis(meeting.time.millis()));
    }

    @Test
    void moderatorsAreToldThatTheComposerIsAway() throws IOException {
        composerShowsItself();
        start();
        meeting.time.pass(Duration.ofSeconds(4));
        RecordingHealth health = ada.outbox().last(RecordingHealth.class);
        assertThat(health.composing()).isFalse();
        assertThat(health.trouble()).isTrue();
    }

    @Test
    void anAnswerThatCannotBeStoredIsStoredLater() {
        start();
        stored.away = true;
        bob.say(new ConsentToRecording(true));
        meeting.time.pass(Duration.ofSeconds(2));
        assertThat(ada.outbox().last(RecordingHealth.class).trouble()).isTrue();
        stored.away = false;
        meeting.time.pass(Duration.ofSeconds(3));
        assertThat(stored.choices.values().iterator().next())
                .extracting(Choice::name, Choice::given)
                .contains(tuple("Bob", true));
    }

    @Test
    void whoConsentsIsGivenTheRightToTakeItBack() {
        start();
        bob.say(new ConsentToRecording(false));
        assertThat(bob.outbox().all(RecordingMessages.RecordingRight.class)).isEmpty();
        bob.say(new ConsentToRecording(true));
        String token = bob.outbox().last(RecordingMessages.RecordingRight.class).token();
        assertThat(stored.rights.values()).contains(SecretToken.hash(token));
    }

    @Test
    void anyModeratorStopsIt() {
        start();
        assertThat(meeting.join("Cem", Role.MODERATOR).say(new StopRecording())).isEmpty();
        assertThat(state(ada).end()).isEqualTo(RecordingEnd.STOPPED);
    }

    @Test
    void whoComesWhenNothingIsRecordedIsToldSo() {
        Person cem = meeting.join("Cem");
        assertThat(state(cem).on()).isFalse();
        assertThat(state(cem).end()).isNull();
    }

    @Test
    void aMediaServerThatComesBackGetsNewTracks() {
        start();
        meeting.media.fail();
        assertThat(recorded(0).getFirst().over).isTrue();
        meeting.media.serve();
        publish(ada, MediaSource.CAMERA);
        assertThat(recorded(0)).hasSize(1);
        assertThat(recorded(0).getFirst().uri).endsWith("t2.mkv");
    }
}
