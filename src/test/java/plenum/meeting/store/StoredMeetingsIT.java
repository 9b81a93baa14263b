package plenum.meeting.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Attendances;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingCode;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.Role;

@ExtendWith(ArquillianExtension.class)
@Tag("meeting")
class StoredMeetingsIT {
    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

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
                attendances.byToken(meeting, taken.resumeToken()).orElseThrow());
        assertTrue(attendances.byToken(other, taken.resumeToken()).isEmpty());
        attendances.giveUp(taken.attendance().id(), Instant.now().minusSeconds(60));
        assertTrue(attendances.byToken(meeting, taken.resumeToken()).isPresent());
        attendances.giveUp(taken.attendance().id(), Instant.now());
        assertTrue(attendances.byToken(meeting, taken.resumeToken()).isEmpty());
    }
}
