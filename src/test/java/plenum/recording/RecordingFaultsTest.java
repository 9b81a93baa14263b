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
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.conference.FakeMedia;
import plenum.conference.FakeTimers;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.platform.Settings;
import plenum.protocol.MediaSource;
import plenum.protocol.RecordingMessages;
import plenum.protocol.RecordingMessages.ConsentToRecording;
import plenum.protocol.RecordingMessages.RecordingHealth;
import plenum.protocol.RecordingMessages.RecordingLayout;
import plenum.protocol.RecordingMessages.RecordingState;
import plenum.protocol.RecordingMessages.StartRecording;
import plenum.protocol.RecordingMessages.StopRecording;
import plenum.protocol.StreamMessages;

/** A recording while the disk is full, the database away, the media server dead, or after the application died. */
@Tag("recording")
class RecordingFaultsTest {
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
    void meet() throws IOException {
        meet(id -> {});
        ada = meeting.join("Ada", Role.CREATOR);
        bob = meeting.join("Bob");
        publish(ada);
        publish(bob);
        ada.say(new StartRecording(tickets.issue(ACCOUNT, Optional.empty()), RecordingLayout.GRID));
        bob.say(new ConsentToRecording(true));
    }

    /** @param before does something when the meeting is known, and before anybody is in it */
    private void meet(Consumer<UUID> before) {
        LiveMeeting[] made = new LiveMeeting[1];
        made[0] = LiveMeeting.with(RecordingMessages.Ask.class, (of, time) -> {
            before.accept(of.id());
            tickets = new RecordingTickets(new Random(1), time);
            return new RecordingTopic(of, services(made[0], time));
        });
        meeting = made[0];
    }

    private RecordingServices services(LiveMeeting of, FakeTimers time) {
        Settings.Recording rules = new Settings.Recording(
                Optional.of(root), false, Duration.ofSeconds(30), Duration.ofHours(3), Duration.ofDays(30));
        return new RecordingServices(
                rules, stored, tickets, live, of.feeds, over::add, LiveMeeting.GRACE, time, time, Runnable::run);
    }

    private static void publish(Person person) {
        assertThat(person.say(new StreamMessages.Publish(MediaSource.CAMERA, person.epoch(), "offer")))
                .isEmpty();
    }

    private FakeMedia.Peer.Recorded lastRecorded(int publication) {
        return meeting.media.room().publications.get(publication).recorded.getLast();
    }

    private RecordingHealth health() {
        return ada.outbox().last(RecordingHealth.class);
    }

    private Path folder() {
        return root.resolve(stored.all.keySet().iterator().next().toString());
    }

    private String timeline() throws IOException {
        return Files.readString(folder().resolve("timeline.jsonl"));
    }

    private void allIsWell() throws IOException {
        for (String sign : List.of(".composer.alive", folder().getFileName() + "/tracks/t1.mkv")) {
            Files.writeString(root.resolve(sign), "");
            Files.setLastModifiedTime(root.resolve(sign), FileTime.fromMillis(meeting.time.millis() + 1_000));
        }
    }

    @Test
    void whatCouldNotBeWrittenGoesOnInAnotherTrack() throws IOException {
        FakeMedia.Peer.Recorded first = lastRecorded(0);
        first.failed.run();
        allIsWell();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(health().trouble()).as("told within seconds").isTrue();
        meeting.time.pass(Duration.ofSeconds(2));
        assertThat(lastRecorded(0).uri).endsWith("t3.mkv");
        assertThat(timeline())
                .containsPattern("\"track-ended\".*\"track\":\"t1\"")
                .containsPattern("\"track-began\".*\"track\":\"t3\"");
        allIsWell();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(health().trouble()).as("it goes on").isFalse();
        first.failed.run();
        allIsWell();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(health().trouble()).as("the track of before is over").isFalse();
    }

    @Test
    void moderatorsAreToldThatNothingComesFromTheMediaServer() throws IOException {
        allIsWell();
        meeting.media.fail();
        meeting.time.pass(Duration.ofSeconds(2));
        assertThat(health().composing()).isTrue();
        assertThat(health().trouble()).isTrue();
    }

    @Test
    void whatIsSaidWhileTheDiskIsAwayIsWrittenLater() throws IOException {
        Path away = Files.move(folder(), root.resolve("away"));
        Files.createDirectory(away.resolveSibling(folder().getFileName()));
        Files.createDirectory(folder().resolve("timeline.jsonl"));
        ada.say(new StopRecording());
        Files.delete(folder().resolve("timeline.jsonl"));
        Files.move(away.resolve("timeline.jsonl"), folder().resolve("timeline.jsonl"));
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(timeline().strip()).endsWith("\"what\":\"ended\"}");
    }

    @Test
    void answersAndTheEndAreStoredWhenTheDatabaseIsBack() {
        UUID id = stored.all.keySet().iterator().next();
        stored.away = true;
        bob.say(new ConsentToRecording(false));
        ada.say(new StopRecording());
        ada.conference().departures().leave(ada.participant());
        bob.conference().departures().leave(bob.participant());
        assertThat(over).isEmpty();
        assertThat(live.isLive(id)).as("its end is not stored yet").isTrue();
        assertThat(live.isRecorded(stored.all.get(id).meeting())).isFalse();
        meeting.time.pass(Duration.ofMinutes(1));
        stored.away = false;
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(stored.choices.get(id).getLast())
                .extracting(Choice::name, Choice::given)
                .containsExactly("Bob", false);
        assertThat(stored.ended).containsOnlyKeys(id);
        assertThat(over).containsExactly(id);
        assertThat(live.isLive(id)).isFalse();
    }

    @Test
    void answersThatOnlyTheFolderHasAreKnownToWhoeverComesAfter() {
        stored.away = true;
        bob.say(new ConsentToRecording(false));
        Torn torn = Torn.read(stored.all.values().iterator().next(), folderOf(), List.of());
        assertThat(torn.answers().values())
                .extracting(kept -> kept.choice().name(), kept -> kept.choice().given())
                .contains(tuple("Ada", true), tuple("Bob", false));
        assertThat(torn.answers().values()).allSatisfy(kept -> assertThat(kept.right())
                .isEqualTo(stored.rights.get(kept.choice().participant())));
    }

    private RecordingFolder folderOf() {
        return new RecordingFolder(root, stored.all.keySet().iterator().next());
    }

    /** The application dies: all that is left is the database, the folder, and the ids of people's places. */
    private void die() {
        Recording torn = stored.all.values().iterator().next();
        live.ended(torn.meeting(), torn.id());
        live.stored(torn.id());
        stored.all.clear();
        meet(id -> stored.all.put(
                torn.id(),
                new Recording(
                        torn.id(),
                        id,
                        torn.name(),
                        torn.owner(),
                        torn.by(),
                        torn.startedAt(),
                        Optional.empty(),
                        Recording.State.RECORDING,
                        1,
                        Optional.empty(),
                        "",
                        torn.place(),
                        false)));
    }

    private void justNow() throws IOException {
        Files.setLastModifiedTime(folder().resolve("timeline.jsonl"), FileTime.fromMillis(meeting.time.millis()));
    }

    @Test
    void itGoesOnAfterTheApplicationDied() throws IOException {
        Person before = ada;
        justNow();
        die();
        ada = meeting.comesBack(before);
        assertThat(ada.outbox().last(RecordingState.class).on()).isTrue();
        assertThat(ada.outbox().last(RecordingState.class).by()).isEqualTo("Ada");
        assertThat(ada.outbox().last(RecordingState.class).choice())
                .as("nobody is asked twice")
                .isEqualTo(RecordingMessages.RecordingChoice.GIVEN);
        publish(ada);
        assertThat(lastRecorded(0).uri).as("no track is written over").endsWith("t3.mkv");
        Person cem = meeting.join("Cem");
        assertThat(cem.outbox().last(RecordingState.class).choice()).isEqualTo(RecordingMessages.RecordingChoice.ASKED);

        assertThat(timeline()).doesNotContain("\"went\"");
        meeting.time.pass(LiveMeeting.GRACE.plusSeconds(1));
        assertThat(timeline()).as("Bob does not come back").containsOnlyOnce("\"went\"");
        ada.say(new StopRecording());
        assertThat(over).hasSize(1);
    }

    @Test
    void whoeverDeclinedInTheLastMomentIsNotInWhatGoesOn() throws IOException {
        String before = timeline();
        bob.say(new ConsentToRecording(false));
        Files.writeString(folder().resolve("timeline.jsonl"), before);
        justNow();
        die();
        meeting.join("Cem");
        assertThat(timeline().substring(before.length()))
                .containsPattern("\"consent\".*\"given\":false")
                .containsPattern("\"consent\".*\"" + bob.id());
    }

    @Test
    void whatIsLongAgoDoesNotGoOn() throws IOException {
        Files.setLastModifiedTime(
                folder().resolve("timeline.jsonl"),
                FileTime.from(meeting.time.instant().minus(Duration.ofHours(1))));
        die();
        Person cem = meeting.join("Cem");
        assertThat(cem.outbox().last(RecordingState.class).on()).isFalse();
    }
}
