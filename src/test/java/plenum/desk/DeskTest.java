package plenum.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.DeskPart;
import plenum.protocol.Failed;
import plenum.protocol.ModerationMessages;
import plenum.protocol.RoomSwitch;
import plenum.protocol.SessionMessages.Participant;
import plenum.protocol.SessionMessages.ParticipantJoined;
import plenum.protocol.StreamMessages.Speaking;

@Tag("desk")
class DeskTest {
    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Desk desk = open(ada).orElseThrow();

    private Optional<Desk> open(Person person) {
        return Desk.open(person.conference(), person.id(), meeting.time, meeting.time);
    }

    @Test
    void showsWhoIsHereAndWhatHolds() {
        DeskView view = desk.view();
        assertThat(view.people()).extracting(one -> one.participant().name()).containsExactly("Ada", "Bob");
        assertThat(view.rules()).contains(RoomSwitch.CHAT).doesNotContain(RoomSwitch.LOBBY);
        assertThat(view.moderates()).isTrue();
    }

    @Test
    void followsWhatHappens() {
        meeting.join("Cem");
        assertThat(desk.view().people()).hasSize(3);
        bob.conference().departures().leave(bob.participant());
        assertThat(desk.view().people())
                .extracting(one -> one.participant().name())
                .containsExactly("Ada", "Cem");
    }

    @Test
    void isForModeratorsOnly() {
        assertThat(open(bob)).isEmpty();
    }

    @Test
    void actsInTheModeratorsNameThroughTheirPermissions() {
        assertThat(desk.say(new ModerationMessages.Mute(bob.id()))).isEmpty();
        assertThat(person(bob).microphone()).isFalse();
        assertThat(desk.say(new ModerationMessages.Mute("nobody"))).contains(Failed.Code.NOT_FOUND);
    }

    @Test
    void isClosedForWhoModeratesNoMore() {
        desk.say(new ModerationMessages.Promote(bob.id()));
        Desk ofBob = open(bob).orElseThrow();
        desk.say(new ModerationMessages.Demote(bob.id()));
        assertThat(ofBob.view().moderates()).isFalse();
        assertThat(ofBob.say(new ModerationMessages.Mute(ada.id()))).contains(Failed.Code.FORBIDDEN);
        assertThat(ofBob.say(new ModerationMessages.SetSwitch(RoomSwitch.LOBBY, true)))
                .contains(Failed.Code.FORBIDDEN);
    }

    @Test
    void endsWithItsModerator() {
        ada.conference().departures().leave(ada.participant());
        assertThat(desk.view().moderates()).isFalse();
        assertThat(desk.say(new ModerationMessages.MuteAll())).contains(Failed.Code.NOT_FOUND);
    }

    @Test
    void hearsOfChangesOnceASecondAndOfWhatChangedOnly() {
        List<Set<DeskPart>> told = new ArrayList<>();
        meeting.time.pass(Desk.APART);
        desk.listen(told::add);
        for (int i = 0; i < 10; i++) {
            desk.say(new ModerationMessages.SetSwitch(RoomSwitch.CHAT, i % 2 == 1));
        }
        assertThat(told).isEmpty();
        meeting.time.pass(Desk.APART);
        assertThat(told).containsExactly(EnumSet.of(DeskPart.RULES, DeskPart.PEOPLE));
        meeting.time.pass(Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
    }

    @Test
    void addsUpHowLongSomebodyHasSpoken() {
        DeskModel model = new DeskModel(ada.id(), meeting.time, parts -> {});
        desk.view().people().forEach(one -> model.send(new ParticipantJoined(one.participant())));
        for (int i = 0; i < 2; i++) {
            model.send(new Speaking(bob.id(), true));
            meeting.time.pass(Duration.ofSeconds(5));
            model.send(new Speaking(bob.id(), false));
            meeting.time.pass(Duration.ofSeconds(60));
        }
        assertThat(model.view().people().get(1).spoken()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aClosedDeskHearsNothingMore() {
        desk.close();
        meeting.join("Cem");
        assertThat(desk.view().people()).hasSize(2);
    }

    @Test
    void aTicketIsGoodOnceAndForAShortTime() {
        DeskTickets tickets = new DeskTickets(new Random(1), meeting.time);
        String ticket = tickets.issue(ada.conference(), ada.id());
        assertThat(tickets.redeem(ticket)).isPresent();
        assertThat(tickets.redeem(ticket)).isEmpty();
        String old = tickets.issue(ada.conference(), ada.id());
        meeting.time.pass(DeskTickets.GOOD_FOR);
        assertThat(tickets.redeem(old)).isEmpty();
    }

    private Participant person(Person who) {
        return desk.view().people().stream()
                .map(DeskPerson::participant)
                .filter(one -> one.id().equals(who.id()))
                .findFirst()
                .orElseThrow();
    }
}
