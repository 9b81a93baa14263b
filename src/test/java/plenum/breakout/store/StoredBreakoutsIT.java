package plenum.breakout.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.breakout.Breakouts;
import plenum.breakout.Plan;
import plenum.chat.ChatLog;
import plenum.chat.ChatMessage;
import plenum.chat.NewMessage;
import plenum.chat.Reader;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.Meetings;
import plenum.meeting.Role;
import plenum.meeting.store.Schema;
import plenum.whiteboard.Boards;
import plenum.whiteboard.StoredBoard;

@ExtendWith(ArquillianExtension.class)
@Tag("breakout")
class StoredBreakoutsIT {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static final Attendances.Freshness ALWAYS = (participant, lastSeen) -> true;

    @Inject
    Breakouts breakouts;

    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    ChatLog chat;

    @Inject
    Boards boards;

    @Inject
    Schema schema;

    private final Plan.Room red = new Plan.Room(UUID.randomUUID(), "Rot");
    private final Plan.Room blue = new Plan.Room(UUID.randomUUID(), "Blau 🎉");
    private Meeting meeting;
    private Attendances.Taken ada;
    private Attendances.Taken bob;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void createMeeting() {
        AwaitSchema.of(schema);
        meeting = meetings.create("Rooms").meeting();
        ada = attendances.take(meeting, "Ada", Role.CREATOR);
        bob = attendances.take(meeting, "Bob", Role.PARTICIPANT);
    }

    @Test
    void findsThePlanThatItStored() {
        assertEquals(Plan.NONE, breakouts.of(meeting.id()));
        Plan plan = open(Map.of(id(bob), blue.id()), red, blue);
        breakouts.store(meeting.id(), plan);
        assertEquals(plan, breakouts.of(meeting.id()));
        Plan changed = new Plan(
                List.of(blue, new Plan.Room(UUID.randomUUID(), "Neu")),
                Map.of(id(bob), blue.id(), id(ada), blue.id()),
                false,
                Optional.of(NOW),
                Optional.empty());
        breakouts.store(meeting.id(), changed);
        assertEquals(changed, breakouts.of(meeting.id()));
        breakouts.store(meeting.id(), Plan.NONE);
        assertEquals(Plan.NONE, breakouts.of(meeting.id()));
    }

    @Test
    void whoComesBackIsInTheirRoomUntilItIsClosed() {
        breakouts.store(meeting.id(), open(Map.of(), red, blue));
        attendances.move(List.of(id(bob)), Optional.of(red.id()));
        assertEquals(Optional.of(red.id()), roomOf(bob));
        assertEquals(Optional.empty(), roomOf(ada));
        assertEquals(
                Optional.of(red.id()),
                attendances
                        .takeForDevice(
                                attendances
                                        .byToken(meeting, bob.resumeToken(), ALWAYS)
                                        .orElseThrow(),
                                attendances.linkDevice(id(bob), Instant.now().plusSeconds(60)))
                        .orElseThrow()
                        .attendance()
                        .room());
        breakouts.store(meeting.id(), open(Map.of(), red, blue));
        assertEquals(Optional.of(red.id()), roomOf(bob), "rooms are still open");
        breakouts.store(meeting.id(), open(Map.of(), blue));
        assertEquals(Optional.empty(), roomOf(bob), "the room was deleted");
        attendances.move(List.of(id(bob)), Optional.of(blue.id()));
        breakouts.store(meeting.id(), new Plan(List.of(blue), Map.of(), false, Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), roomOf(bob), "the rooms were closed");
        attendances.move(List.of(id(bob)), Optional.empty());
        assertEquals(Optional.empty(), roomOf(bob));
    }

    @Test
    void aRoomReadsWhatWasSaidThereAndBeforeTheRoomsWereOpened() {
        say(null, "before", NOW.minusSeconds(10));
        breakouts.store(meeting.id(), open(Map.of(), red, blue));
        say(red.id(), "in red", NOW.plusSeconds(1));
        say(blue.id(), "in blue", NOW.plusSeconds(2));
        say(null, "meanwhile", NOW.plusSeconds(3));
        assertEquals(List.of("before", "in red"), read(red.id()));
        assertEquals(List.of("before", "in blue"), read(blue.id()));
        assertEquals(List.of("before", "meanwhile"), read(null));
        breakouts.store(meeting.id(), open(Map.of(), blue));
        assertTrue(read(red.id()).stream().noneMatch("in red"::equals), "goes with its room");
        assertEquals(List.of("before", "meanwhile"), read(null));
    }

    @Test
    void theBoardOfARoomIsThereTheNextTimeAndGoesWithTheRoom() {
        breakouts.store(meeting.id(), open(Map.of(), red, blue));
        UUID main = boards.create(meeting.id(), Optional.empty()).id();
        UUID ofBlue = boards.create(meeting.id(), Optional.of(blue.id())).id();
        boards.create(meeting.id(), Optional.of(red.id()));
        breakouts.store(
                meeting.id(), new Plan(List.of(red, blue), Map.of(), false, Optional.empty(), Optional.empty()));
        assertTrue(board(red).isPresent(), "closed rooms keep theirs");
        breakouts.store(meeting.id(), open(Map.of(), blue));
        assertEquals(Optional.empty(), board(red));
        assertEquals(Optional.of(ofBlue), board(blue));
        Plan.Room next = new Plan.Room(UUID.randomUUID(), blue.name());
        Plan.Room namesake = new Plan.Room(UUID.randomUUID(), blue.name());
        breakouts.store(meeting.id(), open(Map.of(), next, namesake));
        assertEquals(Optional.empty(), board(blue));
        assertEquals(Optional.of(ofBlue), board(next));
        assertEquals(Optional.empty(), board(namesake));
        assertEquals(
                Optional.of(main), boards.find(meeting.id(), Optional.empty()).map(StoredBoard::id));
    }

    private Optional<UUID> board(Plan.Room room) {
        return boards.find(meeting.id(), Optional.of(room.id())).map(StoredBoard::id);
    }

    private Plan open(Map<UUID, UUID> assigned, Plan.Room... rooms) {
        return new Plan(List.of(rooms), assigned, true, Optional.of(NOW), Optional.of(NOW.plusSeconds(600)));
    }

    private Optional<UUID> roomOf(Attendances.Taken place) {
        return attendances
                .byToken(meeting, place.resumeToken(), ALWAYS)
                .orElseThrow()
                .room();
    }

    private void say(UUID room, String text, Instant at) {
        ChatMessage.Party sender = new ChatMessage.Party(id(bob), "Bob");
        chat.append(new NewMessage(meeting.id(), sender, UUID.randomUUID().toString(), text, null, null, room, at));
    }

    private List<String> read(UUID room) {
        return chat.page(meeting.id(), new Reader(id(ada), room), null, 10).stream()
                .map(ChatMessage::text)
                .toList();
    }

    private static UUID id(Attendances.Taken place) {
        return place.attendance().id();
    }
}
