package plenum.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeMedia;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.media.IceCandidate;
import plenum.media.PeerListener.Failure;
import plenum.media.Sdp;
import plenum.media.Slot.Showing;
import plenum.meeting.Role;
import plenum.protocol.Candidate;
import plenum.protocol.Failed;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.SessionMessages.Welcome;
import plenum.protocol.StreamMessages;
import plenum.protocol.StreamMessages.CameraShown;
import plenum.protocol.StreamMessages.MediaReset;
import plenum.protocol.StreamMessages.PeerFailed;
import plenum.protocol.StreamMessages.Published;
import plenum.protocol.StreamMessages.Receiving;
import plenum.protocol.StreamMessages.SlotView;
import plenum.protocol.StreamMessages.Viewing;
import plenum.protocol.StreamMessages.Wish;

@Tag("stream")
class StageTest {
    private static final int AUDIO_SLOT = 4;

    private final LiveMeeting meeting = new LiveMeeting();
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");

    @Test
    void answersAPublisherAndTellsEverybody() {
        publish(ada, MediaSource.CAMERA);
        assertThat(ada.outbox().last(Published.class))
                .isEqualTo(new Published(MediaSource.CAMERA, ada.epoch(), "answer to offer"));
        assertThat(bob.outbox().last(ParticipantChanged.class).participant().publishing())
                .containsExactly(MediaSource.CAMERA);
        unpublish(ada);
        assertThat(bob.outbox().last(ParticipantChanged.class).participant().publishing())
                .isEmpty();
        assertThat(meeting.media.room().publications.getFirst().closed).isTrue();
    }

    @Test
    void showsAWishAsSoonAsItIsPublished() {
        receive(bob, 0);
        assertThat(bob.outbox().last(Receiving.class).answer()).isEqualTo("answer to offer");
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        assertThat(bob.outbox().all(Viewing.class)).isEmpty();
        publish(ada, MediaSource.CAMERA);
        assertThat(slot(0).showing)
                .contains(new Showing(meeting.media.room().publications.getFirst(), true, true, 600));
        assertThat(bob.outbox().last(Viewing.class).slots())
                .containsExactly(new SlotView(0, ada.id(), MediaSource.CAMERA));
        view(bob);
        assertThat(slot(0).showing).isEmpty();
        assertThat(bob.outbox().last(Viewing.class).slots()).isEmpty();
    }

    @Test
    void capsTheBandwidthByTheTile() {
        publish(ada, MediaSource.CAMERA);
        receive(bob, 0);
        int[][] heightsAndCaps = {{0, 150}, {180, 150}, {181, 600}, {720, 1700}, {1080, 3000}};
        for (int[] row : heightsAndCaps) {
            view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, row[0]));
            assertThat(slot(0).showing.orElseThrow().maxKbps()).isEqualTo(row[1]);
        }
        assertThat(slot(0).showing.orElseThrow().video()).isTrue();
        publish(ada, MediaSource.SCREEN);
        view(bob, new Wish(0, ada.id(), MediaSource.SCREEN, 100));
        assertThat(slot(0).showing.orElseThrow().maxKbps()).isEqualTo(4000);
    }

    @Test
    void tellsHowLargeACameraIsShownAtMost() {
        Person cleo = meeting.join("Cleo");
        receive(bob, 0);
        receive(cleo, 0);
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 180));
        assertThat(ada.outbox().all(CameraShown.class)).isEmpty();
        publish(ada, MediaSource.CAMERA);
        view(cleo, new Wish(0, ada.id(), MediaSource.CAMERA, 720));
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        view(cleo);
        view(bob);
        assertThat(ada.outbox().all(CameraShown.class))
                .extracting(CameraShown::height)
                .containsExactly(180, 720, 360, 0);
        publish(ada, MediaSource.CAMERA);
        assertThat(ada.outbox().all(CameraShown.class))
                .extracting(CameraShown::height)
                .endsWith(0, 0);
    }

    @Test
    void severalScreensAreShownAtOnceAndEachEndsAlone() {
        publish(ada, MediaSource.CAMERA);
        publish(ada, MediaSource.SCREEN);
        publish(bob, MediaSource.SCREEN);
        Person cleo = meeting.join("Cleo");
        receive(cleo, 0);
        receive(cleo, 1);
        view(cleo, new Wish(0, ada.id(), MediaSource.SCREEN, 1080), new Wish(1, bob.id(), MediaSource.SCREEN, 1080));
        assertThat(cleo.outbox().last(Viewing.class).slots())
                .containsExactly(
                        new SlotView(0, ada.id(), MediaSource.SCREEN), new SlotView(1, bob.id(), MediaSource.SCREEN));
        assertThat(ada.say(new StreamMessages.Unpublish(MediaSource.SCREEN))).isEmpty();
        assertThat(cleo.outbox().last(Viewing.class).slots())
                .containsExactly(new SlotView(1, bob.id(), MediaSource.SCREEN));
        assertThat(cleo.outbox().last(ParticipantChanged.class).participant().publishing())
                .containsExactly(MediaSource.CAMERA);
    }

    @Test
    void tellsEverybodyThatAScreenEndedWhileTheMediaServerWasAway() {
        publish(ada, MediaSource.SCREEN);
        meeting.media.fail();
        assertThat(ada.say(new StreamMessages.Unpublish(MediaSource.SCREEN))).contains(Failed.Code.NOT_FOUND);
        assertThat(bob.outbox().last(ParticipantChanged.class).participant().publishing())
                .isEmpty();
    }

    @Test
    void takesOnlyWishesThatCanBe() {
        receive(bob, 0);
        Optional<Failed.Code> answer = bob.say(new StreamMessages.View(List.of(
                new Wish(0, ada.id(), MediaSource.CAMERA, 360),
                new Wish(1, bob.id(), MediaSource.CAMERA, 360),
                new Wish(2, "nobody", MediaSource.CAMERA, 360),
                new Wish(AUDIO_SLOT, ada.id(), MediaSource.CAMERA, 0))));
        assertThat(answer).contains(Failed.Code.NOT_FOUND);
        publish(ada, MediaSource.CAMERA);
        publish(bob, MediaSource.CAMERA);
        assertThat(bob.outbox().last(Viewing.class).slots()).hasSize(1);
    }

    @Test
    void nobodyHearsTheMuted() {
        publish(bob, MediaSource.CAMERA);
        receive(ada, 0);
        view(ada, new Wish(0, bob.id(), MediaSource.CAMERA, 360));
        assertThat(slot(0).showing.orElseThrow().audio()).isTrue();
        ada.say(new ModerationMessages.Mute(bob.id()));
        assertThat(slot(0).showing.orElseThrow().audio()).isFalse();
        assertThat(slot(0).showing.orElseThrow().video()).isTrue();
        bob.devices(true, true);
        assertThat(slot(0).showing.orElseThrow().audio()).isTrue();
    }

    @Test
    void speakersOffScreenAreHeardInTheAudioSlots() {
        Person cem = meeting.join("Cem");
        publish(ada, MediaSource.CAMERA);
        publish(cem, MediaSource.CAMERA);
        receive(bob, 0);
        receive(bob, AUDIO_SLOT);
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        ada.speaks(true, 50);
        assertThat(bob.outbox().last(Viewing.class).slots()).hasSize(1);
        cem.speaks(true, 50);
        assertThat(bob.outbox().last(Viewing.class).slots())
                .contains(new SlotView(AUDIO_SLOT, cem.id(), MediaSource.CAMERA));
        assertThat(slot(1).showing.orElseThrow().video()).isFalse();
        view(bob, new Wish(0, cem.id(), MediaSource.CAMERA, 360));
        assertThat(bob.outbox().last(Viewing.class).slots())
                .containsExactly(
                        new SlotView(0, cem.id(), MediaSource.CAMERA),
                        new SlotView(AUDIO_SLOT, ada.id(), MediaSource.CAMERA));
    }

    @Test
    void aNewOfferReplacesThePublicationEverywhere() {
        publish(ada, MediaSource.CAMERA);
        receive(bob, 0);
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        publish(ada, MediaSource.CAMERA);
        List<FakeMedia.Peer> publications = meeting.media.room().publications;
        assertThat(publications.get(0).closed).isTrue();
        assertThat(slot(0).showing.orElseThrow().publication()).isSameAs(publications.get(1));
        publications.get(0).listener.failed(Failure.BROKEN);
        assertThat(ada.outbox().all(PeerFailed.class)).isEmpty();
    }

    @Test
    void anOfferOfTheSameConnectionRestartsItsIce() {
        Sdp first = new Sdp("v=0\r\no=- 17 2 IN IP4 127.0.0.1\r\n");
        Sdp restart = new Sdp("v=0\r\no=- 17 3 IN IP4 127.0.0.1\r\n");
        int epoch = ada.epoch();
        for (Sdp offer : List.of(first, restart)) {
            ada.say(new StreamMessages.Publish(MediaSource.CAMERA, epoch, offer.text()));
            bob.say(new StreamMessages.Receive(0, epoch, offer.text()));
        }

        FakeMedia.Peer publication = meeting.media.room().publications.getFirst();
        assertThat(meeting.media.room().publications).hasSize(1);
        assertThat(meeting.media.room().slots).hasSize(1);
        assertThat(publication.restarts).containsExactly(restart);
        assertThat(slot(0).restarts).containsExactly(restart);
        assertThat(publication.closed).isFalse();
        assertThat(ada.outbox().last(StreamMessages.Published.class).answer()).isEqualTo("answer to the restart");
    }

    @Test
    void candidatesFindTheirPeers() {
        IceCandidate candidate = new IceCandidate("candidate:1 1 udp 1 127.0.0.1 1 typ host", "0", 0);
        Candidate said = new Candidate(candidate.text(), candidate.mid(), candidate.line());
        int epoch = ada.epoch();
        assertThat(ada.say(new StreamMessages.PublishCandidate(MediaSource.CAMERA, epoch, said)))
                .contains(Failed.Code.NOT_FOUND);
        publish(ada, MediaSource.CAMERA);
        receive(ada, 2);
        assertThat(ada.say(new StreamMessages.PublishCandidate(MediaSource.CAMERA, epoch, said)))
                .isEmpty();
        assertThat(ada.say(new StreamMessages.SlotCandidate(2, epoch, said))).isEmpty();
        assertThat(meeting.media.room().publications.getFirst().candidates).containsExactly(candidate);
        meeting.media.room().slots.getFirst().listener.found(candidate);
        assertThat(ada.outbox().last(StreamMessages.SlotCandidate.class).slot()).isEqualTo(2);
        meeting.media.room().publications.getFirst().listener.found(candidate);
        assertThat(ada.outbox().last(StreamMessages.PublishCandidate.class).source())
                .isEqualTo(MediaSource.CAMERA);
    }

    @Test
    void setsUpMediaAnewWhenTheMediaServerDies() {
        publish(ada, MediaSource.CAMERA);
        receive(bob, 0);
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        int before = ada.epoch();
        meeting.media.fail();
        assertThat(ada.outbox().last(MediaReset.class)).isEqualTo(new MediaReset(before + 1, false));
        assertThat(ada.say(new StreamMessages.Publish(MediaSource.CAMERA, before + 1, "offer")))
                .contains(Failed.Code.MEDIA_UNAVAILABLE);
        assertThat(meeting.join("Cem").outbox().last(Welcome.class).mediaAvailable())
                .isFalse();
        meeting.media.serve();
        assertThat(ada.outbox().last(MediaReset.class)).isEqualTo(new MediaReset(before + 1, true));
        assertThat(ada.participant().publishing()).isEmpty();
        assertThat(ada.say(new StreamMessages.Publish(MediaSource.CAMERA, before, "late")))
                .isEmpty();
        assertThat(meeting.media.room().publications).isEmpty();
        publish(ada, MediaSource.CAMERA);
        receive(bob, 0);
        assertThat(slot(0).showing).isPresent();
    }

    @Test
    void onePeerFailsAlone() {
        publish(ada, MediaSource.CAMERA);
        receive(ada, 0);
        receive(bob, 0);
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        meeting.media.room().publications.getFirst().listener.failed(Failure.BROKEN);
        int epoch = ada.epoch();
        assertThat(ada.outbox().last(PeerFailed.class)).isEqualTo(new PeerFailed(MediaSource.CAMERA, null, epoch));
        assertThat(bob.outbox().last(ParticipantChanged.class).participant().publishing())
                .isEmpty();
        assertThat(bob.outbox().last(Viewing.class).slots()).isEmpty();
        meeting.media.room().slots.getFirst().listener.failed(Failure.BROKEN);
        assertThat(ada.outbox().last(PeerFailed.class)).isEqualTo(new PeerFailed(null, 0, epoch));
    }

    @Test
    void saysThatAnOfferIsBad() {
        ada.say(new StreamMessages.Publish(MediaSource.CAMERA, ada.epoch(), "bad"));
        assertThat(ada.outbox().last(Failed.class)).isEqualTo(new Failed(Failed.Code.BAD_OFFER, "publish"));
        bob.say(new StreamMessages.Receive(0, bob.epoch(), "bad"));
        assertThat(bob.outbox().last(Failed.class)).isEqualTo(new Failed(Failed.Code.BAD_OFFER, "receive"));
        assertThat(bob.say(new StreamMessages.Receive(6, bob.epoch(), "offer"))).contains(Failed.Code.NOT_FOUND);
    }

    @Test
    void mediaOutlivesALostSocketButNotAParticipant() {
        publish(ada, MediaSource.CAMERA);
        receive(bob, 0);
        view(bob, new Wish(0, ada.id(), MediaSource.CAMERA, 360));
        bob.vanish();
        ada.vanish();
        assertThat(slot(0).showing).isPresent();
        assertThat(meeting.resume("Bob").outbox().last(Welcome.class).viewing()).hasSize(1);
        meeting.time.pass(LiveMeeting.GRACE);
        assertThat(meeting.media.room().publications.getFirst().closed).isTrue();
        assertThat(slot(0).showing).isEmpty();
    }

    private void publish(Person person, MediaSource source) {
        assertThat(person.say(new StreamMessages.Publish(source, person.epoch(), "offer")))
                .isEmpty();
    }

    private void unpublish(Person person) {
        assertThat(person.say(new StreamMessages.Unpublish(MediaSource.CAMERA))).isEmpty();
    }

    private void receive(Person person, int number) {
        assertThat(person.say(new StreamMessages.Receive(number, person.epoch(), "offer")))
                .isEmpty();
    }

    private void view(Person person, Wish... wishes) {
        assertThat(person.say(new StreamMessages.View(List.of(wishes)))).isEmpty();
    }

    private FakeMedia.Peer slot(int index) {
        return meeting.media.room().slots.get(index);
    }
}
