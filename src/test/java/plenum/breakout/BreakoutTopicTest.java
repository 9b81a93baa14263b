package plenum.breakout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.BreakoutCall;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.BreakoutMessages.BreakoutAdd;
import plenum.protocol.BreakoutMessages.BreakoutAnnounce;
import plenum.protocol.BreakoutMessages.BreakoutAnnounced;
import plenum.protocol.BreakoutMessages.BreakoutAssign;
import plenum.protocol.BreakoutMessages.BreakoutClose;
import plenum.protocol.BreakoutMessages.BreakoutDelete;
import plenum.protocol.BreakoutMessages.BreakoutEnding;
import plenum.protocol.BreakoutMessages.BreakoutGo;
import plenum.protocol.BreakoutMessages.BreakoutHelp;
import plenum.protocol.BreakoutMessages.BreakoutHelped;
import plenum.protocol.BreakoutMessages.BreakoutOpen;
import plenum.protocol.BreakoutMessages.BreakoutRename;
import plenum.protocol.BreakoutMessages.BreakoutSpread;
import plenum.protocol.BreakoutMessages.BreakoutState;
import plenum.protocol.BreakoutPlace;
import plenum.protocol.BreakoutRoom;
import plenum.protocol.Failed;

@Tag("breakout")
class BreakoutTopicTest {
    private final FakeBreakouts stored = new FakeBreakouts();
    private final LiveMeeting meeting = LiveMeeting.with(
            BreakoutMessages.Ask.class, (of, time) -> new BreakoutTopic(of, stored, time, new Random(7)));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");

    @Test
    void roomsArePreparedWhereNobodySeesThem() {
        add("Gruppenraum 1", "Gruppenraum 2");
        assertThat(state(ada).rooms()).extracting(BreakoutRoom::name).containsExactly("Gruppenraum 1", "Gruppenraum 2");
        say(ada, new BreakoutAssign(bob.id(), room(0)));
        assertThat(state(ada).assigned()).containsExactly(new BreakoutPlace(bob.id(), room(0)));
        assertThat(state(bob).rooms()).isEmpty();
        assertThat(state(bob).assigned()).isEmpty();
        assertThat(bob.participant().room()).isEmpty();
        say(bob, new BreakoutGo(room(0)));
        assertThat(failure(bob)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void openingMovesEverybodyToTheirRoomAndClosingBringsThemBack() {
        add("Rot", "Blau");
        say(ada, new BreakoutAssign(bob.id(), room(0)));
        say(ada, new BreakoutAssign(cem.id(), room(1)));
        say(ada, new BreakoutOpen(false, null));
        assertThat(where(bob)).isEqualTo(room(0));
        assertThat(where(cem)).isEqualTo(room(1));
        assertThat(where(ada)).isNull();
        assertThat(state(bob))
                .returns(true, BreakoutState::open)
                .returns(List.of(new BreakoutPlace(bob.id(), room(0))), BreakoutState::assigned);
        say(ada, new BreakoutClose());
        assertThat(Stream.of(ada, bob, cem).map(BreakoutTopicTest::where)).containsOnlyNulls();
        assertThat(state(bob).rooms()).isEmpty();
        say(ada, new BreakoutOpen(false, null));
        assertThat(where(bob)).as("opened once more as they were").isEqualTo(room(0));
    }

    @Test
    void everybodyIsSpreadEvenly() {
        List<Person> people = new ArrayList<>(List.of(bob, cem));
        for (String name : List.of("Dora", "Eve", "Finn", "Gül", "Hans")) {
            people.add(meeting.join(name));
        }
        add("1", "2", "3");
        say(ada, new BreakoutAssign(bob.id(), room(2)));
        say(ada, new BreakoutSpread());
        say(ada, new BreakoutOpen(false, null));
        assertThat(where(bob)).as("was given a room by hand").isEqualTo(room(2));
        assertThat(where(ada)).as("moderates").isNull();
        List<Integer> sizes = Stream.of(0, 1, 2)
                .map(i -> (int) people.stream()
                        .filter(person -> room(i).equals(where(person)))
                        .count())
                .toList();
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(people.size());
        assertThat(Collections.max(sizes) - Collections.min(sizes)).isLessThanOrEqualTo(1);
        Person late = meeting.join("Late");
        assertThat(where(late)).isNull();
        say(ada, new BreakoutSpread());
        assertThat(where(late)).as("rooms are open").isNotNull();
    }

    @Test
    void whoCameBackOrChoseARoomIsLeftWhereTheyAre() {
        open(true, bob);
        Person dora = meeting.join("Dora");
        say(bob, new BreakoutGo(null));
        say(cem, new BreakoutGo(room(1)));
        say(ada, new BreakoutSpread());
        assertThat(where(bob)).as("came back").isNull();
        assertThat(where(cem)).as("chose").isEqualTo(room(1));
        assertThat(where(dora)).as("had no room").isNotNull();
    }

    @Test
    void whoMayNotChooseGoesBackAndIntoTheirOwnRoomOnly() {
        open(false, bob);
        say(bob, new BreakoutGo(room(1)));
        assertThat(failure(bob)).isEqualTo(Failed.Code.FORBIDDEN);
        say(bob, new BreakoutGo(null));
        assertThat(where(bob)).isNull();
        say(bob, new BreakoutGo(room(0)));
        assertThat(where(bob)).isEqualTo(room(0));
        say(ada, new BreakoutOpen(true, null));
        say(bob, new BreakoutGo(room(1)));
        assertThat(where(bob)).isEqualTo(room(1));
        say(cem, new BreakoutGo("nowhere"));
        assertThat(failure(cem)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void aModeratorMovesPeopleAndVisitsAnyRoom() {
        open(false);
        say(ada, new BreakoutAssign(bob.id(), room(1)));
        assertThat(where(bob)).isEqualTo(room(1));
        say(ada, new BreakoutAssign(bob.id(), null));
        assertThat(where(bob)).isNull();
        say(ada, new BreakoutGo(room(0)));
        say(ada, new BreakoutGo(room(1)));
        assertThat(where(ada)).isEqualTo(room(1));
        say(ada, new BreakoutAssign("nobody", room(1)));
        assertThat(failure(ada)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void whenTimeIsUpEverybodyIsWarnedAndComesBack() {
        add("Rot", "Blau");
        say(ada, new BreakoutAssign(bob.id(), room(0)));
        say(ada, new BreakoutOpen(false, 300));
        assertThat(state(bob).secondsLeft()).isEqualTo(300);
        meeting.time.pass(Duration.ofSeconds(239));
        assertThat(bob.outbox().all(BreakoutEnding.class)).isEmpty();
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(bob.outbox().last(BreakoutEnding.class).seconds()).isEqualTo(60);
        meeting.time.pass(Duration.ofSeconds(59));
        assertThat(where(bob)).isEqualTo(room(0));
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(where(bob)).isNull();
        assertThat(state(ada).open()).isFalse();
    }

    @Test
    void theEndCanBePutOffAndTakenBack() {
        add("Rot");
        say(ada, new BreakoutAssign(bob.id(), room(0)));
        say(ada, new BreakoutOpen(false, 60));
        say(ada, new BreakoutOpen(false, 120));
        meeting.time.pass(Duration.ofSeconds(61));
        assertThat(where(bob)).isEqualTo(room(0));
        say(ada, new BreakoutOpen(false, null));
        meeting.time.pass(Duration.ofHours(1));
        assertThat(where(bob)).isEqualTo(room(0));
    }

    @Test
    void timeIsUpAlsoWhileTheDatabaseIsAway() {
        add("Rot");
        say(ada, new BreakoutAssign(bob.id(), room(0)));
        say(ada, new BreakoutOpen(false, 60));
        stored.away = true;
        meeting.time.pass(Duration.ofSeconds(60));
        assertThat(where(bob)).isNull();
    }

    @Test
    void whatCannotBeStoredDidNotHappen() {
        add("Rot");
        stored.away = true;
        say(ada, new BreakoutRename(room(0), "Grün"));
        assertThat(failure(ada)).isEqualTo(Failed.Code.INTERNAL);
        stored.away = false;
        meeting.time.pass(Duration.ofSeconds(5));
        add("Blau");
        assertThat(state(ada).rooms()).extracting(BreakoutRoom::name).containsExactly("Rot", "Blau");
    }

    @Test
    void aCallForHelpIsTakenByGoingThere() {
        open(false, bob);
        say(bob, new BreakoutHelp(true));
        assertThat(state(ada).calls()).containsExactly(new BreakoutCall(room(0), bob.id()));
        assertThat(state(bob).calls()).as("so that it can be taken back").hasSize(1);
        assertThat(state(cem).calls()).isEmpty();
        say(ada, new BreakoutGo(room(0)));
        assertThat(state(ada).calls()).isEmpty();
        say(bob, new BreakoutHelp(true));
        say(ada, new BreakoutHelped(room(0)));
        assertThat(state(bob).calls()).isEmpty();
        say(bob, new BreakoutHelp(true));
        say(bob, new BreakoutGo(null));
        assertThat(state(ada).calls()).as("the caller is there no more").isEmpty();
        say(cem, new BreakoutHelp(true));
        assertThat(failure(cem)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void anAnnouncementIsHeardInEveryRoom() {
        open(false, bob);
        say(ada, new BreakoutAnnounce(" Noch fünf\u202E Minuten "));
        for (Person person : List.of(ada, bob, cem)) {
            assertThat(person.outbox().last(BreakoutAnnounced.class))
                    .isEqualTo(new BreakoutAnnounced(ada.id(), "Noch fünf Minuten"));
        }
        for (String useless : List.of(" ", "x".repeat(501))) {
            say(ada, new BreakoutAnnounce(useless));
            assertThat(failure(ada)).isEqualTo(Failed.Code.BAD_VALUE);
        }
    }

    @Test
    void whoIsInADeletedRoomComesBack() {
        open(false, bob);
        String gone = room(0);
        say(ada, new BreakoutDelete(gone));
        assertThat(where(bob)).isNull();
        assertThat(state(ada).rooms()).hasSize(1);
        assertThat(state(ada).assigned()).isEmpty();
        say(ada, new BreakoutDelete(gone));
        assertThat(failure(ada)).isEqualTo(Failed.Code.NOT_FOUND);
    }

    @Test
    void namesAreCleanAndRoomsAreNotWithoutNumber() {
        for (List<String> bad : List.of(List.<String>of(), List.of("Rot", " "), Collections.nCopies(51, "Rot"))) {
            say(ada, new BreakoutAdd(bad));
            assertThat(failure(ada)).isEqualTo(Failed.Code.BAD_VALUE);
        }
        add("R\u202Eot\u0000");
        assertThat(state(ada).rooms()).extracting(BreakoutRoom::name).containsExactly("Rot");
        say(ada, new BreakoutRename(room(0), " Grün "));
        assertThat(state(ada).rooms()).extracting(BreakoutRoom::name).containsExactly("Grün");
        say(ada, new BreakoutRename(room(0), ""));
        assertThat(failure(ada)).isEqualTo(Failed.Code.BAD_VALUE);
    }

    @Test
    void afterACrashRoomsAndTheTimeThatWasLeftAreThereAgain() {
        add("Rot", "Blau");
        say(ada, new BreakoutAssign(bob.id(), room(0)));
        say(ada, new BreakoutOpen(true, 300));
        LiveMeeting again = meeting.restarted();
        again.time.pass(Duration.ofSeconds(100));
        Person back = again.resume("Bob");
        back.catchUp();
        assertThat(where(back)).isEqualTo(room(0));
        assertThat(state(back)).returns(true, BreakoutState::choose).returns(200, BreakoutState::secondsLeft);
        again.time.pass(Duration.ofSeconds(200));
        assertThat(where(back)).isNull();
    }

    @Test
    void whoWasAwayWhenARoomWasClosedIsInTheMainRoom() {
        open(false, bob);
        LiveMeeting again = meeting.restarted();
        Person back = again.resume("Ada");
        back.say(new BreakoutClose());
        Person late = again.resume("Bob");
        late.catchUp();
        assertThat(where(late)).isNull();
    }

    @Test
    void roomsThatWereForgottenOpenAreClosed() {
        open(false, bob);
        LiveMeeting again = meeting.restarted();
        again.time.pass(Breakout.FORGOTTEN.plusSeconds(1));
        Person back = again.resume("Ada");
        back.catchUp();
        assertThat(state(back).open()).isFalse();
    }

    @Test
    void withTheMeetingRoomsEndAndKeepTheirNamesOnly() {
        open(false, bob);
        UUID before = UUID.fromString(room(0));
        UUID conference = ada.conference().id();
        ada.conference().departures().leave(ada.participant());
        cem.conference().departures().leave(cem.participant());
        assertThat(where(bob)).as("somebody is still there").isEqualTo(before.toString());
        bob.conference().departures().leave(bob.participant());
        Plan kept = stored.of(conference);
        assertThat(kept.isOpen()).isFalse();
        assertThat(kept.assigned()).isEmpty();
        assertThat(kept.rooms()).extracting(Plan.Room::name).containsExactly("Rot", "Blau");
        assertThat(kept.rooms()).extracting(Plan.Room::id).doesNotContain(before);
    }

    @Test
    void nobodyJumpsAboutWithoutEnd() {
        open(true, bob);
        for (int i = 0; i < 9; i++) {
            say(bob, new BreakoutGo(room(i % 2)));
        }
        assertThat(failure(bob)).isEqualTo(Failed.Code.THROTTLED);
    }

    /** Two rooms, open, with these people in the first. */
    private void open(boolean choose, Person... inTheFirst) {
        add("Rot", "Blau");
        for (Person person : inTheFirst) {
            say(ada, new BreakoutAssign(person.id(), room(0)));
        }
        say(ada, new BreakoutOpen(choose, null));
    }

    private void add(String... names) {
        say(ada, new BreakoutAdd(List.of(names)));
    }

    private void say(Person person, BreakoutMessages.Ask message) {
        assertThat(person.say(message)).isEmpty();
    }

    private String room(int index) {
        return state(ada).rooms().get(index).id();
    }

    private static @Nullable String where(Person person) {
        Optional<UUID> room = person.participant().room();
        return room.map(UUID::toString).orElse(null);
    }

    private static BreakoutState state(Person person) {
        return person.outbox().last(BreakoutState.class);
    }

    private static Failed.Code failure(Person person) {
        return person.outbox().last(Failed.class).code();
    }
}
