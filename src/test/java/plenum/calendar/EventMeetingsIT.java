package plenum.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Attendances;
import plenum.meeting.KeyCheck;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.MeetingPassword;
import plenum.meeting.Memberships;
import plenum.meeting.PasswordHash;
import plenum.meeting.PasswordHashing;
import plenum.meeting.Role;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;
import plenum.meeting.store.Schema;
import plenum.platform.HashingSlots;

/** What is chosen in an event is how its meeting is, in the application as it is delivered. */
@Tag("calendar")
@ExtendWith(ArquillianExtension.class)
class EventMeetingsIT {
    @Inject
    EventMeetings meetings;

    @Inject
    Attendances attendances;

    @Inject
    Memberships memberships;

    @Inject
    PasswordHashing hashing;

    @Inject
    Accounts accounts;

    @Inject
    Schema schema;

    private Account ada;
    private MeetingLetters letters;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void open() {
        AwaitSchema.of(schema);
        ada = AccountForTests.anybody().createIn(accounts);
        letters = meetings.create(ada, "Board");
    }

    private Meeting meeting() {
        return meetings.owned(ada, letters).orElseThrow();
    }

    private Optional<PasswordHash> hash(String word) {
        return hashing.hash(MeetingPassword.parse(word).orElseThrow(), HashingSlots.Queue.PAGE);
    }

    private void setUp(RoomRules rules, Optional<PasswordHash> password, boolean open, String... hosts) {
        meetings.setUp(meeting(), new EventMeetings.Wish("Board", rules, password, open, List.of(hosts)));
    }

    @Test
    void lobbyAndMutedEntryAreThoseOfTheEvent() {
        RoomRules chosen = RoomRules.standard()
                .with(RoomSwitch.LOBBY, true)
                .with(RoomSwitch.START_MUTED, true)
                .with(RoomSwitch.CHAT, false);
        setUp(chosen, Optional.empty(), false);
        assertEquals(chosen, meeting().rules());
        setUp(RoomRules.standard(), Optional.empty(), false);
        assertFalse(meeting().rules().lobby());
    }

    @Test
    void aPasswordStaysUntilItIsTakenAway() {
        setUp(RoomRules.standard(), hash("sesame street"), false);
        PasswordHash first = meeting().password().orElseThrow();
        setUp(RoomRules.standard(), Optional.empty(), false);
        assertEquals(first, meeting().password().orElseThrow());
        setUp(RoomRules.standard(), Optional.empty(), true);
        assertTrue(meeting().password().isEmpty());
    }

    @Test
    void coHostsModerateAndNoMoreThanThereMayBe() {
        Account bob = AccountForTests.anybody().createIn(accounts);
        assertTrue(memberships.roleOf(meeting(), bob.id()).isEmpty());
        setUp(RoomRules.standard(), Optional.empty(), false, bob.email().text());
        assertEquals(List.of(bob.email().text()), meetings.hosts(meeting()));
        assertEquals(Optional.of(Role.MODERATOR), memberships.roleOf(meeting(), bob.id()));
        setUp(RoomRules.standard(), Optional.empty(), false);
        assertTrue(meetings.hosts(meeting()).isEmpty());
        String[] crowd = IntStream.range(0, EventMeetings.MOST_HOSTS + 5)
                .mapToObj(number -> "host" + number + "@example.org")
                .toArray(String[]::new);
        setUp(RoomRules.standard(), Optional.empty(), false, crowd);
        assertEquals(EventMeetings.MOST_HOSTS, meetings.hosts(meeting()).size());
    }

    @Test
    void nobodyElseSetsItUp() {
        assertTrue(meetings.owned(AccountForTests.anybody().createIn(accounts), letters)
                .isEmpty());
    }

    @Test
    void itIsEncryptedUntilSomebodyHasBeenThere() {
        KeyCheck key = KeyCheck.parse("A".repeat(22), "B".repeat(22)).orElseThrow();
        assertFalse(meetings.isEncrypted(letters));
        assertTrue(meetings.setKey(meeting(), Optional.of(key)));
        assertTrue(meetings.isEncrypted(letters));
        assertEquals(Optional.of(key), meeting().key());
        assertTrue(meetings.setKey(meeting(), Optional.empty()));
        assertFalse(meetings.isEncrypted(letters));
        attendances.take(meeting(), "Dora", Role.CREATOR);
        assertFalse(meetings.isUntouched(meeting()));
        assertFalse(meetings.setKey(meeting(), Optional.of(key)), "what was said there is stored in clear");
        assertFalse(meetings.isEncrypted(letters));
    }

    @Test
    void aDialogThatIsLeftLeavesNoMeetingButThatOfOthers() {
        meetings.discard(meeting());
        assertTrue(meetings.owned(ada, letters).isEmpty());
        letters = meetings.create(ada, "Board");
        attendances.take(meeting(), "Dora", Role.CREATOR);
        meetings.discard(meeting());
        assertTrue(meetings.owned(ada, letters).isPresent());
    }

    @Test
    void aTitleThatNoMeetingCanHaveGetsAGeneralName() {
        letters = meetings.create(ada, " ");
        assertEquals("Meeting", meeting().name());
    }
}
