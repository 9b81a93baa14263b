package plenum.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages;
import plenum.protocol.ModerationMessages.FollowView;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.SessionMessages.Welcome;
import plenum.protocol.StreamMessages;
import plenum.protocol.StreamMessages.CameraShown;
import plenum.protocol.StreamMessages.DominantSpeaker;
import plenum.protocol.StreamMessages.SlotView;
import plenum.protocol.StreamMessages.Speaking;
import plenum.protocol.StreamMessages.Viewing;
import plenum.protocol.StreamMessages.Wish;

@Tag("conference")
class CirclesTest {
    private static final UUID RED = UUID.randomUUID();
    private static final UUID BLUE = UUID.randomUUID();
    private static final int AUDIO_SLOT = 4;

    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");
    private final Person dora = meeting.join("Dora");

    @Test
    void everybodyKnowsWhoIsWhere() {
        move(RED, bob);
        for (Person person : List.of(ada, bob, cem)) {
            assertThat(person.outbox().last(ParticipantChanged.class).participant())
                    .returns(bob.id(), SessionMessages.Participant::id)
                    .returns(RED.toString(), SessionMessages.Participant::room);
        }
        Person eve = meeting.join("Eve");
        assertThat(eve.outbox().last(Welcome.class).participants())
                .filteredOn(p -> p.room() != null)
                .extracting(SessionMessages.Participant::id)
                .containsExactly(bob.id());
    }

    @Test
    void camerasAndScreensAreSeenInOnesOwnRoomAlone() {
        for (MediaSource source : MediaSource.values()) {
            publish(bob, source);
        }
        receive(cem, 0);
        receive(cem, 1);
        view(cem, new Wish(0, bob.id(), MediaSource.CAMERA, 360), new Wish(1, bob.id(), MediaSource.SCREEN, 720));
        assertThat(cem.outbox().last(Viewing.class).slots()).hasSize(2);
        move(RED, bob);
        assertThat(slots()).allMatch(slot -> slot.showing.isEmpty());
        assertThat(cem.outbox().last(Viewing.class).slots()).isEmpty();
        view(cem, new Wish(0, bob.id(), MediaSource.CAMERA, 360), new Wish(1, bob.id(), MediaSource.SCREEN, 720));
        assertThat(slots()).as("wished for once more").allMatch(slot -> slot.showing.isEmpty());
        assertThat(bob.outbox().last(CameraShown.class).height())
                .as("nobody shows it")
                .isZero();
        move(BLUE, cem);
        assertThat(slots()).allMatch(slot -> slot.showing.isEmpty());
        move(RED, cem);
        assertThat(slots()).allMatch(slot -> slot.showing.isPresent());
        assertThat(cem.outbox().last(Viewing.class).slots())
                .containsExactly(
                        new SlotView(0, bob.id(), MediaSource.CAMERA), new SlotView(1, bob.id(), MediaSource.SCREEN));
        assertThat(bob.outbox().last(CameraShown.class).height()).isEqualTo(360);
    }

    @Test
    void movingKeepsEveryConnection() {
        publish(bob, MediaSource.CAMERA);
        receive(bob, 0);
        move(RED, bob);
        move(null, bob);
        assertThat(meeting.media.room().publications).hasSize(1).noneMatch(peer -> peer.closed);
        assertThat(slots()).hasSize(1).noneMatch(peer -> peer.closed);
    }

    @Test
    void speechIsHeardAndToldInOnesOwnRoomAlone() {
        publish(bob, MediaSource.CAMERA);
        publish(ada, MediaSource.CAMERA);
        for (Person listener : List.of(cem, dora)) {
            receive(listener, AUDIO_SLOT);
        }
        move(RED, bob, dora);
        bob.speaks(true, 50);
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(dora.outbox().last(Viewing.class).slots())
                .containsExactly(new SlotView(AUDIO_SLOT, bob.id(), MediaSource.CAMERA));
        assertThat(dora.outbox().last(Speaking.class)).isEqualTo(new Speaking(bob.id(), true));
        assertThat(dora.outbox().last(DominantSpeaker.class).participant()).isEqualTo(bob.id());
        for (Person elsewhere : List.of(ada, cem)) {
            assertThat(elsewhere.outbox().all(Speaking.class)).isEmpty();
            assertThat(elsewhere.outbox().all(DominantSpeaker.class)).isEmpty();
            assertThat(elsewhere.outbox().all(Viewing.class)).isEmpty();
        }
        ada.speaks(true, 50);
        meeting.time.pass(Duration.ofSeconds(1));
        assertThat(dora.outbox().last(DominantSpeaker.class).participant()).isEqualTo(bob.id());
        move(null, dora);
        assertThat(dora.outbox().last(DominantSpeaker.class).participant()).isEqualTo(ada.id());
        assertThat(dora.outbox().last(Viewing.class).slots())
                .containsExactly(new SlotView(AUDIO_SLOT, ada.id(), MediaSource.CAMERA));
    }

    @Test
    void aLedViewIsForThoseInTheRoom() {
        ada.say(new ModerationMessages.Lead(true));
        move(RED, ada, bob);
        ada.say(new ModerationMessages.LeadView("grid", null, false));
        assertThat(bob.outbox().all(FollowView.class)).hasSize(1);
        assertThat(cem.outbox().all(FollowView.class)).isEmpty();
        assertThat(meeting.join("Eve").outbox().all(FollowView.class)).isEmpty();
    }

    @Test
    void everybodyIsMutedInTheRoomOfWhoMutes() {
        move(RED, bob);
        ada.say(new ModerationMessages.MuteAll());
        ada.say(new ModerationMessages.StopAllVideos());
        assertThat(cem.participant().devices().microphone()).isFalse();
        assertThat(cem.participant().devices().camera()).isFalse();
        assertThat(bob.participant().devices().microphone()).isTrue();
        assertThat(bob.participant().devices().camera()).isTrue();
    }

    @Test
    void allDevicesOfSomebodyGoTogether() {
        Person phone = meeting.joinWithSecondDevice(bob);
        move(RED, bob);
        assertThat(phone.participant().room()).contains(RED);
        move(null, phone);
        assertThat(bob.participant().room()).isEmpty();
    }

    @Test
    void devicesKeepTheirState() {
        bob.devices(true, false);
        move(RED, bob);
        assertThat(bob.outbox().last(ParticipantChanged.class).participant())
                .returns(true, SessionMessages.Participant::microphone)
                .returns(false, SessionMessages.Participant::camera);
        assertThat(bob.outbox().all(ModerationMessages.Muted.class)).isEmpty();
        assertThat(bob.outbox().all(StreamMessages.MediaReset.class)).isEmpty();
    }

    @Test
    void whoDropsOutComesBackIntoTheirRoomAndSoDoesEverybodyAfterACrash() {
        move(RED, bob);
        bob.vanish();
        assertThat(meeting.resume("Bob").participant().room()).contains(RED);
        LiveMeeting again = meeting.restarted();
        Person back = again.resume("Bob");
        assertThat(back.participant().room()).contains(RED);
        assertThat(again.resume("Ada").participant().room()).isEmpty();
    }

    @Test
    void movingDoesNotWaitForTheDatabase() {
        meeting.records.broken = true;
        move(RED, bob);
        assertThat(bob.participant().room()).contains(RED);
    }

    @Test
    void roomsGoOnWithoutAnybodyInTheMainRoom() {
        move(RED, bob, cem);
        for (Person leaving : List.of(ada, dora)) {
            leaving.conference().departures().leave(leaving.participant());
        }
        assertThat(bob.participant().room()).contains(RED);
        assertThat(meeting.conferences.count()).isOne();
        assertThat(bob.participant().moderates() || cem.participant().moderates())
                .as("somebody has to")
                .isTrue();
    }

    private void move(@Nullable UUID room, Person... people) {
        people[0]
                .conference()
                .circles()
                .move(List.of(people).stream().map(Person::participant).toList(), Optional.ofNullable(room));
    }

    private void publish(Person person, MediaSource source) {
        person.say(new StreamMessages.Publish(source, person.epoch(), "offer"));
    }

    private void receive(Person person, int number) {
        person.say(new StreamMessages.Receive(number, person.epoch(), "offer"));
    }

    private void view(Person person, Wish... wishes) {
        assertThat(person.say(new StreamMessages.View(List.of(wishes)))).isEmpty();
    }

    private List<FakeMedia.Peer> slots() {
        return meeting.media.room().slots;
    }
}
