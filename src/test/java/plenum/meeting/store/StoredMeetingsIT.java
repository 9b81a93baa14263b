package plenum.meeting.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.Role;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;

@ExtendWith(ArquillianExtension.class)
@Tag("meeting")
class StoredMeetingsIT {
    private static final Attendances.Freshness ALWAYS = (participant, lastSeen) -> true;

    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    AuditLog audit;

    @Inject
    UserTransaction transaction;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Schema schema;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void awaitSchema() {
        AwaitSchema.of(schema);
    }

    @Test
    void findsWhatItStored() {
        Meetings.Created created = meetings.create("  Jour fixe 🎉  ");
        Meeting meeting = created.meeting();
        assertEquals("Jour fixe 🎉", meeting.name());
        assertEquals(meeting, meetings.byLetters(meeting.letters()).orElseThrow());
        assertEquals(meeting, meetings.byCode(meeting.code()).orElseThrow());
        assertTrue(meetings.byCode(new MeetingCode("0000000000")).isEmpty());
        assertTrue(meetings.byLetters(new MeetingLetters("abcdefghijkmnpqrst")).isEmpty());
    }

    @Test
    void knowsTheCreatorByTheTokenAlone() {
        Meetings.Created one = meetings.create("one");
        Meetings.Created two = meetings.create("two");
        assertTrue(meetings.isCreator(one.meeting(), one.creatorToken()));
        assertFalse(meetings.isCreator(one.meeting(), two.creatorToken()));
        assertFalse(meetings.isCreator(one.meeting(), ""));
        assertNotEquals(one.meeting().letters(), two.meeting().letters());
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThrows(IllegalArgumentException.class, () -> meetings.create(" "));
        assertThrows(IllegalArgumentException.class, () -> meetings.create("\u202E\u200B"));
        assertEquals(
                "Rechnung gnp.exe",
                meetings.create("Rechnung \u202Egnp.exe").meeting().name());
        assertThrows(IllegalArgumentException.class, () -> meetings.create("x".repeat(121)));
        meetings.create("🎉".repeat(120));
    }

    @Test
    void keepsAPlaceUntilItIsGivenUp() {
        Meeting meeting = meetings.create("here").meeting();
        Meeting other = meetings.create("there").meeting();
        Attendances.Taken taken = attendances.take(meeting, "Ada", Role.CREATOR);
        assertEquals(
                taken.attendance(),
                attendances.byToken(meeting, taken.resumeToken(), ALWAYS).orElseThrow());
        assertTrue(attendances.byToken(other, taken.resumeToken(), ALWAYS).isEmpty());
        attendances.giveUp(taken.attendance().id(), Instant.now().minusSeconds(60));
        assertTrue(attendances.byToken(meeting, taken.resumeToken(), ALWAYS).isPresent());
        attendances.giveUp(taken.attendance().id(), Instant.now());
        assertTrue(attendances.byToken(meeting, taken.resumeToken(), ALWAYS).isEmpty());
    }

    @Test
    void aTokenThatIsGoodNoMoreEndsThePlace() {
        Meeting meeting = meetings.create("stale").meeting();
        Attendances.Taken bob = attendances.take(meeting, "Bob", Role.MODERATOR);
        Instant seen = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.MILLIS);
        attendances.seen(List.of(bob.attendance().id(), UUID.randomUUID()), seen);
        List<Instant> asked = new ArrayList<>();
        Attendances.Freshness never = (participant, lastSeen) -> {
            asked.add(lastSeen);
            return false;
        };
        assertTrue(attendances.byToken(meeting, bob.resumeToken(), never).isEmpty());
        assertEquals(List.of(seen), asked);
        assertTrue(attendances.byToken(meeting, bob.resumeToken(), ALWAYS).isEmpty());
    }

    @Test
    void whatNobodyCameBackToIsGivenUpAndItsMeetingsLockEnds() {
        RoomRules locked = RoomRules.standard().with(RoomSwitch.LOCKED, true);
        Meeting left = meetings.create("left", locked, Optional.empty()).meeting();
        Meeting held = meetings.create("held", locked, Optional.empty()).meeting();
        // long ago, so that no other test has places of then
        Instant then = Instant.parse("2001-01-01T00:00:00Z");
        Attendances.Taken ada = attendances.take(left, "Ada", Role.PARTICIPANT);
        Attendances.Taken bob = attendances.take(held, "Bob", Role.PARTICIPANT);
        Attendances.Taken cem = attendances.take(held, "Cem", Role.PARTICIPANT);
        attendances.seen(List.of(ada.attendance().id(), bob.attendance().id()), then);
        assertEquals(then, attendances.lastSeenBefore(then.plusSeconds(1)).orElseThrow());
        assertTrue(attendances.lastSeenBefore(then).isEmpty());

        List<UUID> over = attendances.giveUpUnseen(then.plusSeconds(1), Instant.now());
        assertEquals(List.of(left.id()), over);
        assertTrue(attendances.byToken(held, bob.resumeToken(), ALWAYS).isEmpty());
        assertTrue(attendances.byToken(held, cem.resumeToken(), ALWAYS).isPresent());
        assertTrue(attendances.giveUpUnseen(then.plusSeconds(1), Instant.now()).isEmpty());

        meetings.unlock(over);
        assertFalse(meetings.byLetters(left.letters()).orElseThrow().rules().locked());
        assertTrue(meetings.byLetters(held.letters()).orElseThrow().rules().locked());
    }

    @Test
    void aCodeEndsBeforeTheMeetingAndBeginsAgainWithIt() throws Exception {
        Meeting meeting = meetings.create("rarely used").meeting();
        lastUsed(meeting, Duration.ofDays(91));
        assertTrue(meetings.byCode(meeting.code()).isEmpty());
        assertTrue(meetings.byLetters(meeting.letters()).isPresent());
        meetings.used(Set.of(meeting.id()));
        assertTrue(meetings.byCode(meeting.code()).isPresent());
    }

    @Test
    void deletesMeetingsThatNobodyComesToInBatches() throws Exception {
        Instant ages = Instant.now().minus(Duration.ofDays(40_000));
        Meeting used = meetings.create("used").meeting();
        List<Meeting> old = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Meeting meeting = meetings.create("old").meeting();
            attendances.take(meeting, "Ada", Role.CREATOR);
            lastUsed(meeting, Duration.ofDays(40_001));
            old.add(meeting);
        }
        meetings.used(Set.of(old.removeLast().id()));
        assertEquals(20, meetings.forget(ages));
        assertEquals(4, meetings.forget(ages));
        assertEquals(0, meetings.forget(ages));
        assertTrue(old.stream()
                .allMatch(meeting -> meetings.byLetters(meeting.letters()).isEmpty()));
        assertTrue(meetings.byLetters(used.letters()).isPresent());
        assertEquals(0, count("attendance where meeting_id = '" + old.getFirst().id() + "'"));
    }

    @Test
    void deletesPlacesThatWereGivenUpLongAgo() throws Exception {
        Instant ages = Instant.now().minus(Duration.ofDays(40_000));
        Meeting meeting = meetings.create("well attended").meeting();
        UUID here = attendances.take(meeting, "Ada", Role.CREATOR).attendance().id();
        UUID left =
                attendances.take(meeting, "Bob", Role.PARTICIPANT).attendance().id();
        UUID gone =
                attendances.take(meeting, "Cleo", Role.PARTICIPANT).attendance().id();
        UUID crashed =
                attendances.take(meeting, "Dora", Role.PARTICIPANT).attendance().id();
        attendances.giveUp(left, Instant.now());
        execute("update attendance set given_up_at = now() - interval '40001 days' where id = '" + gone + "'");
        execute("update attendance set last_seen_at = now() - interval '40001 days' where id = '" + here + "'");
        execute("update attendance set last_seen_at = now() - interval '40031 days' where id = '" + crashed + "'");
        assertEquals(2, attendances.forget(ages));
        assertEquals(0, attendances.forget(ages));
        assertEquals(1, count("attendance where id = '" + here + "'"));
        assertEquals(1, count("attendance where id = '" + left + "'"));
    }

    @Test
    void deletesLinesOfTheAuditInBatches() throws Exception {
        Instant ages = Instant.now().minus(Duration.ofDays(40_000));
        Meeting meeting = meetings.create("much moderated").meeting();
        execute("insert into audit (at, meeting_id, actor_name, action) select now() - interval '40001 days', '"
                + meeting.id() + "', 'Ada', 'MUTE' from generate_series(1, 1001)");
        audit.write(new AuditLine(
                Instant.now(), meeting.id(), Optional.empty(), "Ada", AuditAction.MUTE_ALL, Optional.empty()));
        assertEquals(1000, audit.forget(ages));
        assertEquals(1, audit.forget(ages));
        assertEquals(0, audit.forget(ages));
        assertEquals(AuditAction.MUTE_ALL, audit.of(meeting.id()).getFirst().action());
    }

    private void lastUsed(Meeting meeting, Duration ago) throws Exception {
        execute("update meeting set used_at = now() - interval '" + ago.toDays() + " days' where id = '" + meeting.id()
                + "'");
    }

    private void execute(String sql) throws Exception {
        transaction.begin();
        entities.joinTransaction();
        entities.createNativeQuery(sql).executeUpdate();
        transaction.commit();
    }

    private long count(String what) {
        return (Long) entities.createNativeQuery("select count(*) from " + what, Long.class)
                .getSingleResult();
    }
}
