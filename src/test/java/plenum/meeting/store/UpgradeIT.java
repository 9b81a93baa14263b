package plenum.meeting.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;
import plenum.breakout.Breakouts;
import plenum.breakout.Plan;
import plenum.chat.ChatLog;
import plenum.chat.ChatMessage;
import plenum.chat.Reader;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.it.Tab;
import plenum.meeting.Blocks;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingPassword;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHashing;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.platform.HashingSlots;
import plenum.poll.Poll;
import plenum.poll.Polls;
import plenum.reaction.Hands;

/** All of {@code database-v110.sql} is still there after the application has started on it; see {@link plenum.it.OldDatabase}. */
@Tag("meeting")
@ExtendWith(ArquillianExtension.class)
class UpgradeIT {
    private static final MeetingLetters LETTERS = new MeetingLetters("dumpaaaaaaaaaaaaaa");
    private static final UUID ADA = UUID.fromString("a0000000-0000-4000-8000-00000000000a");
    private static final UUID BOB = UUID.fromString("b0000000-0000-4000-8000-00000000000b");
    private static final UUID SOUTH = UUID.fromString("c0000000-0000-4000-8000-000000000001");
    private static final UUID NORTH = UUID.fromString("c0000000-0000-4000-8000-000000000002");
    private static final UUID LUNCH = UUID.fromString("d0000000-0000-4000-8000-000000000001");
    private static final UUID SATISFIED = UUID.fromString("d0000000-0000-4000-8000-000000000002");

    @Inject
    Schema schema;

    @Inject
    Meetings meetings;

    @Inject
    ChatLog chat;

    @Inject
    Polls polls;

    @Inject
    Hands hands;

    @Inject
    Breakouts breakouts;

    @Inject
    AuditLog audit;

    @Inject
    PasswordHashing hashing;

    @Inject
    Blocks blocks;

    @PersistenceContext
    EntityManager entities;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @Test
    void keepsMeetingsWithTheirRulesPasswordsAndCreators() {
        Meeting meeting = meeting();
        assertEquals("Jour fixe 🎉", meeting.name());
        assertEquals(meeting, meetings.byCode(new MeetingCode("0010002003")).orElseThrow());
        assertEquals(RoomRules.standard().with(RoomSwitch.LOBBY, true), meeting.rules());
        MeetingPassword word = MeetingPassword.parse("correct horse").orElseThrow();
        assertEquals(
                Optional.of(true), hashing.matches(meeting.password().orElseThrow(), word, HashingSlots.Queue.PAGE));
        assertTrue(meetings.isCreator(meeting, "creator-of-jour-fixe"));
        assertEquals(
                "Screenshot gnp.exe",
                meetings.byCode(new MeetingCode("0010002004")).orElseThrow().name(),
                "stored before direction marks were cleaned");
    }

    @Test
    void keepsWhoTakesPartWithTheirRolesRoomsAndDevices() {
        meeting();
        List<String> places = strings("""
                select name || ' ' || role || ' ' || coalesce(same_person_as::text, '-') || ' ' || coalesce(room::text, '-')
                from attendance where meeting_id = '11111111-1111-4111-8111-111111111111' order by last_seen_at""");
        assertEquals(
                List.of(
                        "Ada CREATOR - -",
                        "Ada CREATOR " + ADA + " -",
                        "Bob PARTICIPANT - " + SOUTH,
                        "Eve PARTICIPANT - -"),
                places);
        assertEquals(
                1,
                strings("select expires_at::text from device_link where attendance_id = '" + BOB + "'")
                        .size());
    }

    @Test
    void keepsMessagesWithAnswersAndRooms() {
        Meeting meeting = meeting();
        List<ChatMessage> main = chat.page(meeting.id(), new Reader(ADA, null), null, 50);
        assertEquals(
                List.of("Hello everybody", "Hello Ada", "for your eyes only", ""),
                main.stream().map(ChatMessage::text).toList());
        assertEquals("Hello everybody", main.get(1).quote().text());
        assertTrue(main.get(1).edited());
        assertEquals(ChatMessage.Removal.MODERATOR, main.get(3).removed());
        assertEquals(
                "in the south",
                chat.page(meeting.id(), new Reader(BOB, SOUTH), null, 50)
                        .getLast()
                        .text());
    }

    @Test
    void keepsPollsWithVotes() {
        Meeting meeting = meeting();
        List<Poll> all = polls.of(meeting.id());
        assertEquals(
                List.of("Lunch?", "Satisfied?", "A draft"),
                all.stream().map(Poll::question).toList());
        assertEquals(List.of(1, 0), all.getFirst().votes());
        assertEquals(Map.of(LUNCH, List.of(0)), polls.choicesOf(meeting.id(), BOB));
        assertEquals(Set.of(SATISFIED), polls.votedAnonymously(meeting.id(), BOB));
        assertEquals(
                Optional.of(List.of(1, 0)),
                polls.voteAnonymously(all.get(1), BOB, List.of(0), "secret of Bob")
                        .map(Poll::votes));
        polls.voteAnonymously(all.get(1), BOB, List.of(1), "secret of Bob");
    }

    @Test
    void keepsBreakoutRoomsAndHands() {
        Plan plan = breakouts.of(meeting().id());
        assertEquals(List.of(new Plan.Room(SOUTH, "Raum Süd"), new Plan.Room(NORTH, "Raum Nord")), plan.rooms());
        assertEquals(Map.of(BOB, SOUTH), plan.assigned());
        assertTrue(plan.isOpen());
        assertEquals(BOB, hands.of(meeting().id()).getFirst().participant());
    }

    @Test
    void keepsTheLogOfWhatModeratorsDid() {
        List<AuditLine> lines = audit.of(meeting().id());
        assertEquals(
                List.of(AuditAction.ADMIT, AuditAction.ADMIT_ALL, AuditAction.REMOVE),
                lines.stream().map(AuditLine::action).limit(3).toList());
        assertEquals(Optional.of("Eve"), lines.get(2).subject());
    }

    @Test
    void keepsOutWhoWasRemovedForGoodButNoAddressThatCouldBeFound() {
        Meeting meeting = meeting();
        assertEquals(Blocks.Standing.BLOCKED, blocks.of(meeting, new Caller("browser of Eve", "203.0.113.1")));
        assertEquals(Blocks.Standing.CLEAR, blocks.of(meeting, new Caller("another browser", "198.51.100.8")));
        assertEquals(
                0,
                strings("select tries::text from password_tries where meeting_id = '" + meeting.id() + "'")
                        .size());
    }

    @Test
    @RunAsClient
    void theCreatorComesBackIn() {
        // not into the other one: rooms are closed when the last one leaves
        Tab ada = Tab.open("dumpbbbbbbbbbbbbbb", "plenum-creator-dumpbbbbbbbbbbbbbb=creator-of-screenshot")
                .say("{'type':'join','name':'Ada','microphone':false,'camera':false}");
        assertEquals("creator", ada.hear("welcome").at("/participants/0/role").asText());
        ada.vanish();
    }

    private Meeting meeting() {
        AwaitSchema.of(schema);
        return meetings.byLetters(LETTERS).orElseThrow();
    }

    private List<String> strings(String query) {
        return entities.createNativeQuery(query, String.class).getResultList();
    }
}
