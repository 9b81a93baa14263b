package plenum.meeting.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.AccountForTests;
import plenum.it.HibernateForTests;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingName;
import plenum.meeting.Meetings;
import plenum.meeting.Memberships;
import plenum.meeting.MyMeetings;
import plenum.meeting.PersonalRooms;
import plenum.meeting.Role;
import plenum.meeting.RoomName;
import plenum.meeting.RoomRules;
import plenum.meeting.RoomSwitch;

/** Permanent meetings of accounts, and admins who visit, in a real PostgreSQL. */
@Tag("meeting")
class StoredPersonalRoomsIT {
    private static HibernateForTests database;

    private UUID ada;
    private UUID bob;
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final PersonalRooms rooms = database.transactional(PersonalRooms.class, this::rooms);
    private final Meetings meetings = database.transactional(Meetings.class, this::meetings);
    private final Memberships memberships = database.transactional(Memberships.class, this::memberships);
    private final MyMeetings mine = database.transactional(MyMeetings.class, this::mine);

    @BeforeAll
    static void open() {
        database = new HibernateForTests("personal_room_test", List.of(MeetingRow.class));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void fill() {
        database.execute("truncate account, meeting cascade");
        ada = database.store(AccountForTests.anybody().make()).id();
        bob = database.store(AccountForTests.anybody().make()).id();
    }

    @Test
    void aRoomIsAMeetingOfItsOwner() {
        assertThat(choose(ada, "ada")).isTrue();
        Meeting meeting = rooms.byName(new RoomName("ada")).orElseThrow();
        assertThat(meeting.name()).isEqualTo("Raum");
        assertThat(meeting.rules().lobby()).isTrue();
        assertThat(memberships.roleOf(meeting, ada)).contains(Role.CREATOR);
        assertThat(rooms.of(ada)).contains(new PersonalRooms.Room(new RoomName("ada"), meeting.letters()));
        assertThat(rooms.of(bob)).isEmpty();
    }

    @Test
    void anotherNameLeadsToTheSameMeetingAndTheOldOneIsFree() {
        choose(ada, "ada");
        UUID meeting = rooms.byName(new RoomName("ada")).orElseThrow().id();
        assertThat(choose(ada, "ada")).as("as it is").isTrue();
        assertThat(choose(ada, "lovelace")).isTrue();
        assertThat(rooms.byName(new RoomName("ada"))).isEmpty();
        assertThat(rooms.byName(new RoomName("lovelace")).orElseThrow().id()).isEqualTo(meeting);
        assertThat(choose(bob, "lovelace")).isFalse();
        assertThat(rooms.of(bob)).as("no room without a name").isEmpty();
        assertThat(database.ask("select count(*) from meeting")).isEqualTo("1");
        assertThat(choose(bob, "ada")).isTrue();
        assertThat(choose(bob, "lovelace")).as("taken by a room that is there").isFalse();
    }

    @Test
    void aRoomStaysWhenOtherMeetingsAreForgotten() {
        choose(ada, "ada");
        meetings.create("once");
        assertThat(meetings.forget(now.plus(Duration.ofDays(400)))).isOne();
        Meeting room = rooms.byName(new RoomName("ada")).orElseThrow();
        mine.delete(room);
        assertThat(rooms.of(ada)).as("deleted by its owner").isEmpty();
        assertThat(choose(bob, "ada")).isTrue();
        mine.erase(bob);
        assertThat(rooms.byName(new RoomName("ada"))).isEmpty();
    }

    @Test
    void anAdminVisitsUntilATimeAndOneMeetingAlone() {
        Meeting meeting = meetings.create("one").meeting();
        Meeting other = meetings.create("other").meeting();
        assertThat(memberships.isVisiting(meeting, ada)).isFalse();
        memberships.visit(meeting.id(), ada, now.plus(Duration.ofHours(1)));
        memberships.visit(meeting.id(), ada, now.plus(Duration.ofHours(4)));
        assertThat(memberships.isVisiting(meeting, ada)).isTrue();
        assertThat(memberships.isVisiting(meeting, bob)).isFalse();
        assertThat(memberships.isVisiting(other, ada)).isFalse();
        now = now.plus(Duration.ofHours(4));
        assertThat(memberships.isVisiting(meeting, ada)).isFalse();
        memberships.visit(other.id(), bob, now.plus(Duration.ofHours(1)));
        assertThat(database.ask("select count(*) from admin_visit"))
                .as("what is over goes")
                .isEqualTo("1");
        mine.erase(bob);
        assertThat(database.ask("select count(*) from admin_visit")).isEqualTo("0");
    }

    private boolean choose(UUID account, String name) {
        return rooms.choose(
                account,
                new RoomName(name),
                new MeetingName("Raum"),
                RoomRules.standard().with(RoomSwitch.LOBBY, true));
    }

    private StoredPersonalRooms rooms(EntityManager entities) {
        StoredPersonalRooms store = new StoredPersonalRooms();
        store.entities = entities;
        store.meetings = meetings(entities);
        store.memberships = memberships(entities);
        store.mine = mine(entities);
        return store;
    }

    private StoredMeetings meetings(EntityManager entities) {
        StoredMeetings store = new StoredMeetings();
        store.entities = entities;
        store.random = new SecureRandom();
        store.clock = () -> now;
        return store;
    }

    private StoredMemberships memberships(EntityManager entities) {
        StoredMemberships store = new StoredMemberships();
        store.entities = entities;
        store.clock = () -> now;
        return store;
    }

    private StoredMyMeetings mine(EntityManager entities) {
        StoredMyMeetings store = new StoredMyMeetings();
        store.entities = entities;
        store.meetings = meetings(entities);
        return store;
    }
}
