package plenum.meeting.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.Deployments;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingPassword;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordHashing;
import plenum.meeting.PasswordTries;
import plenum.meeting.Role;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.platform.HashingSlots.Queue;

/** What the door remembers, in a real PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@Tag("meeting")
class StoredDoorIT {
    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private static final Attendances.Freshness ALWAYS = (participant, lastSeen) -> true;

    @Inject
    Meetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    Blocks blocks;

    @Inject
    PasswordTries tries;

    @Inject
    PasswordHashing hashing;

    @Inject
    Schema schema;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void awaitSchema() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!schema.isUsable() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Test
    void keepsRulesAndPassword() {
        MeetingPassword word = MeetingPassword.parse("päss wörd 🎉").orElseThrow();
        RoomRules rules = RoomRules.standard().with(RoomSwitch.LOBBY, true).with(RoomSwitch.CHAT, false);
        Meeting made =
                meetings.create("closed", rules, hashing.hash(word, Queue.PAGE)).meeting();
        Meeting found = meetings.byLetters(made.letters()).orElseThrow();
        assertEquals(rules, found.rules());
        PasswordHash kept = found.password().orElseThrow();
        assertEquals(Optional.of(true), hashing.matches(kept, word, Queue.PAGE));
        MeetingPassword other = MeetingPassword.parse("another one").orElseThrow();
        assertEquals(Optional.of(false), hashing.matches(kept, other, Queue.PAGE));

        RoomRules changed = rules.with(RoomSwitch.LOCKED, true);
        meetings.setRules(found, changed);
        meetings.setPassword(found, Optional.empty());
        Meeting again = meetings.byLetters(made.letters()).orElseThrow();
        assertEquals(changed, again.rules());
        assertTrue(again.password().isEmpty());
    }

    @Test
    void countsTriesByMeetingAndAddress() {
        Meeting meeting = meetings.create("guessed").meeting();
        Meeting other = meetings.create("other").meeting();
        for (int i = 0; i < PasswordTries.PER_HOUR; i++) {
            assertTrue(tries.take(meeting, HERE), "try " + i);
        }
        assertFalse(tries.take(meeting, HERE));
        assertFalse(tries.take(meeting, HERE));
        assertTrue(tries.take(meeting, THERE));
        assertTrue(tries.take(other, HERE));

        tries.giveBack(meeting, HERE);
        assertTrue(tries.take(meeting, HERE));
        assertFalse(tries.take(meeting, HERE));
    }

    @Test
    void whoIsRightFromTheStartIsNeverCounted() {
        Meeting meeting = meetings.create("known").meeting();
        for (int i = 0; i < 3 * PasswordTries.PER_HOUR; i++) {
            assertTrue(tries.take(meeting, HERE), "try " + i);
            tries.giveBack(meeting, HERE);
        }
    }

    @Test
    void aNetworkHasFewWrongPasswordsMoreThanAnAddress() {
        Meeting meeting = meetings.create("guessed from a network").meeting();
        assertEquals(40, passwordsTaken(meeting, "2001:db8:77:%x00::1", 200));
        assertTrue(tries.take(meeting, "2001:db8:78::1"));
        assertEquals(20, passwordsTaken(meetings.create("other").meeting(), "2001:db8:77:1%02x::1", 200));
        assertEquals(40, passwordsTaken(meeting, "198.51.100.%d", 200));
    }

    private int passwordsTaken(Meeting meeting, String addresses, int hosts) {
        int taken = 0;
        for (int host = 0; host < hosts; host++) {
            taken += tries.take(meeting, addresses.formatted(host)) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void blocksABrowserAndSuspectsItsAddress() {
        Meeting meeting = meetings.create("quiet").meeting();
        Meeting other = meetings.create("elsewhere").meeting();
        Caller removed = new Caller("browser of Mallory", HERE);
        assertEquals(Blocks.Standing.CLEAR, blocks.of(meeting, removed));
        blocks.block(meeting, removed);
        blocks.block(meeting, removed);
        assertEquals(Blocks.Standing.BLOCKED, blocks.of(meeting, removed));
        assertEquals(Blocks.Standing.BLOCKED, blocks.of(meeting, new Caller(removed.browser(), THERE)));
        assertEquals(Blocks.Standing.SUSPECT, blocks.of(meeting, new Caller("browser of Bob", HERE)));
        assertEquals(Blocks.Standing.SUSPECT, blocks.of(meeting, new Caller("", HERE)));
        assertEquals(Blocks.Standing.CLEAR, blocks.of(meeting, new Caller("browser of Bob", THERE)));
        assertEquals(Blocks.Standing.CLEAR, blocks.of(other, removed));
    }

    @Test
    void aBrowserThatKeepsNothingBlocksNobodyElse() {
        Meeting meeting = meetings.create("shy").meeting();
        blocks.block(meeting, new Caller("", HERE));
        assertEquals(Blocks.Standing.SUSPECT, blocks.of(meeting, new Caller("", HERE)));
        assertEquals(Blocks.Standing.CLEAR, blocks.of(meeting, new Caller("browser of Bob", THERE)));
    }

    @Test
    void aDeviceLinkBringsOneDeviceInOnce() {
        Meeting meeting = meetings.create("two devices").meeting();
        Meeting other = meetings.create("other").meeting();
        Attendances.Taken ada = attendances.take(meeting, "Ada", Role.MODERATOR);
        String link =
                attendances.linkDevice(ada.attendance().id(), Instant.now().plusSeconds(60));
        assertTrue(attendances.byDeviceLink(other, link, ALWAYS).isEmpty());
        assertTrue(attendances
                .byDeviceLink(meeting, link, (participant, lastSeen) -> false)
                .isEmpty());
        assertEquals(
                ada.attendance(),
                attendances.byDeviceLink(meeting, link, ALWAYS).orElseThrow());

        Attendances.Taken phone =
                attendances.takeForDevice(ada.attendance(), link).orElseThrow();
        assertTrue(attendances.byDeviceLink(meeting, link, ALWAYS).isEmpty());
        assertTrue(attendances.takeForDevice(ada.attendance(), link).isEmpty());
        assertEquals(Optional.of(ada.attendance().id()), phone.attendance().samePersonAs());
        assertEquals(Role.MODERATOR, phone.attendance().role());
        assertEquals(
                phone.attendance(),
                attendances.byToken(meeting, phone.resumeToken(), ALWAYS).orElseThrow());
    }

    @Test
    void aDeviceLinkEndsWithItsTimeAndWithThePlace() {
        Meeting meeting = meetings.create("late").meeting();
        Attendances.Taken ada = attendances.take(meeting, "Ada", Role.PARTICIPANT);
        String late =
                attendances.linkDevice(ada.attendance().id(), Instant.now().minusSeconds(1));
        assertTrue(attendances.byDeviceLink(meeting, late, ALWAYS).isEmpty());

        String orphan =
                attendances.linkDevice(ada.attendance().id(), Instant.now().plusSeconds(60));
        attendances.revoke(ada.attendance().id());
        assertTrue(attendances.byDeviceLink(meeting, orphan, ALWAYS).isEmpty());
    }

    @Test
    void keepsRoleAndNameAndForgetsWhoWasRemoved() {
        Meeting meeting = meetings.create("changes").meeting();
        Attendances.Taken bob = attendances.take(meeting, "Bob", Role.PARTICIPANT);
        attendances.setRole(bob.attendance().id(), Role.MODERATOR);
        attendances.rename(bob.attendance().id(), "Robert");
        assertEquals(
                bob.attendance().withRole(Role.MODERATOR).withName("Robert"),
                attendances.byToken(meeting, bob.resumeToken(), ALWAYS).orElseThrow());
        attendances.revoke(bob.attendance().id());
        assertTrue(attendances.byToken(meeting, bob.resumeToken(), ALWAYS).isEmpty());
    }
}
