package plenum.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeMedia;
import plenum.conference.FakeOutbox;
import plenum.conference.FakeTimers;
import plenum.platform.Settings;
import plenum.platform.TurnRelay;
import plenum.protocol.Candidate;
import plenum.protocol.CheckMessages;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.IceServer;
import plenum.protocol.MediaSource;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages;
import plenum.protocol.SessionMessages.Refused;
import plenum.protocol.StreamMessages;

/** A check gives a picture back to whoever sent it, and nothing else, for a while. */
@Tag("check")
class ChecksTest {
    private static final String HERE = "192.0.2.1";

    private final FakeTimers time = new FakeTimers();
    private final FakeMedia media = new FakeMedia();
    private final FakeOutbox outbox = new FakeOutbox();
    private final Checks checks = new Checks(settings(), media, time, time, Runnable::run);

    @Test
    void echoesAPictureToWhoeverSendsIt() {
        Check check = begin(HERE, outbox);
        assertThat(outbox.last(CheckMessages.CheckReady.class).seconds()).isEqualTo(40);
        assertThat(outbox.last(CheckMessages.CheckReady.class).iceServers())
                .extracting(IceServer::urls)
                .containsExactly(List.of("turn:turn.example.org"), List.of("turns:relay.example.org"));
        String name = outbox.last(CheckMessages.CheckReady.class)
                .iceServers()
                .getLast()
                .username();
        assertThat(name).isEqualTo((time.instant().getEpochSecond() + 60) + ":check");
        assertThat(outbox.last(StreamMessages.MediaReset.class).available()).isTrue();

        check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "offer"));
        check.received(new StreamMessages.PublishCandidate(MediaSource.CAMERA, 1, new Candidate("c", "0", 0)));
        check.received(new StreamMessages.Receive(0, 1, "another"));
        check.received(new SessionMessages.Ping(7));

        assertThat(outbox.last(StreamMessages.Published.class).answer()).isEqualTo("answer to offer");
        assertThat(outbox.last(StreamMessages.Receiving.class).answer()).isEqualTo("answer to another");
        assertThat(outbox.last(SessionMessages.Pong.class).sent()).isEqualTo(7);
        FakeMedia.Peer sender = media.room().publications.getFirst();
        assertThat(sender.candidates).hasSize(1);
        assertThat(media.room().slots.getFirst().showing.orElseThrow().publication())
                .isSameAs(sender);
    }

    @Test
    void aNewOfferTakesThePlaceOfTheOneBefore() {
        Check check = begin(HERE, outbox);
        check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "one"));
        check.received(new StreamMessages.Receive(0, 1, "slot"));
        check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "two"));
        assertThat(media.room().publications.get(0).closed).isTrue();
        assertThat(media.room().slots.getFirst().closed).isTrue();
        assertThat(media.room().publications.get(1).closed).isFalse();
        media.room().publications.get(0).listener.failed(plenum.media.PeerListener.Failure.BROKEN);
        assertThat(outbox.all(StreamMessages.PeerFailed.class)).isEmpty();
    }

    @Test
    void whatAMeetingHasBeyondThatIsOutOfPlace() {
        Check check = begin(HERE, outbox);
        for (ClientMessage message : List.of(
                new SessionMessages.Join("Eve", true, true, null, null, null),
                new StreamMessages.Publish(MediaSource.SCREEN, 1, "offer"),
                new StreamMessages.Receive(1, 1, "offer"),
                new ModerationMessages.EndMeeting(),
                new SessionMessages.CatchUp())) {
            check.received(message);
            assertThat(outbox.last(Failed.class).code()).isEqualTo(Failed.Code.OUT_OF_PLACE);
        }
        check.received(new StreamMessages.Receive(0, 1, "before anything was published"));
        assertThat(outbox.last(Failed.class).code()).isEqualTo(Failed.Code.NOT_FOUND);
        assertThat(media.room().publications).isEmpty();
        assertThat(media.room().slots).isEmpty();
    }

    @Test
    void offersAndMessagesAreCounted() {
        Check check = begin(HERE, outbox);
        for (int i = 0; i < Check.OFFERS + 3; i++) {
            check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "offer " + i));
        }
        assertThat(media.room().publications).hasSize(Check.OFFERS);
        assertThat(outbox.last(Failed.class).code()).isEqualTo(Failed.Code.THROTTLED);
        for (int i = 0; i < Check.MESSAGES; i++) {
            check.received(new SessionMessages.Ping(i));
        }
        assertThat(outbox.last(SessionMessages.Ended.class).reason()).isEqualTo(SessionMessages.Ended.Reason.OVER);
        assertThat(media.room().closed).isTrue();
    }

    @Test
    void endsByItselfAndReleasesEverything() {
        Check check = begin(HERE, outbox);
        check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "offer"));
        time.pass(Check.LONGEST);
        assertThat(outbox.last(SessionMessages.Ended.class).reason()).isEqualTo(SessionMessages.Ended.Reason.OVER);
        assertThat(media.room().publications.getFirst().closed).isTrue();
        assertThat(media.room().closed).isTrue();
        check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "late"));
        assertThat(media.room().publications).hasSize(1);
    }

    @Test
    void aRoomThatOpensTooLateIsClosedAgain() {
        media.available = false;
        Check check = begin(HERE, outbox);
        check.received(new StreamMessages.Publish(MediaSource.CAMERA, 1, "offer"));
        assertThat(outbox.last(Failed.class).code()).isEqualTo(Failed.Code.MEDIA_UNAVAILABLE);
        check.close();
        assertThat(media.waiting).allMatch(java.util.concurrent.CompletableFuture::isCancelled);
    }

    @Test
    void twoAtOnceFromAnAddress() {
        Check first = begin(HERE, new FakeOutbox());
        begin(HERE, new FakeOutbox());
        assertThat(checks.begin(HERE, outbox)).isEmpty();
        assertThat(outbox.last(Refused.class).reason()).isEqualTo(Refused.Reason.THROTTLED);
        first.close();
        first.close();
        begin(HERE, new FakeOutbox());
        assertThat(checks.begin(HERE, new FakeOutbox())).isEmpty();
    }

    @Test
    void aFewInARowFromAnAddressThenOneAMinute() {
        for (int i = 0; i < Checks.IN_A_ROW; i++) {
            begin(HERE, new FakeOutbox()).close();
        }
        assertThat(checks.begin(HERE, outbox)).isEmpty();
        begin("192.0.2.2", new FakeOutbox()).close();
        time.pass(Duration.ofMinutes(1));
        begin(HERE, new FakeOutbox()).close();
        assertThat(checks.begin(HERE, new FakeOutbox())).isEmpty();
    }

    @Test
    void thereIsALimitForAllTogetherWhichCostsNobodyATry() {
        List<Check> running = new ArrayList<>();
        for (int i = 0; i < Checks.AT_ONCE; i++) {
            running.add(begin("198.51.100." + i, new FakeOutbox()));
        }
        for (int i = 0; i < Checks.IN_A_ROW + 1; i++) {
            assertThat(checks.begin(HERE, outbox)).isEmpty();
            assertThat(outbox.last(Refused.class).reason()).isEqualTo(Refused.Reason.FULL);
        }
        running.forEach(Check::close);
        begin(HERE, new FakeOutbox());
    }

    private Check begin(String address, FakeOutbox to) {
        return checks.begin(address, to).orElseThrow();
    }

    private static Settings settings() {
        return new Settings(
                Optional.empty(),
                8443,
                "node",
                List.of(),
                List.of(new Settings.IceServer("turn:turn.example.org", "user", "secret")),
                Optional.of(new TurnRelay(List.of("turns:relay.example.org"), "north")),
                new Settings.MediaPorts(List.of(), "20000", Optional.empty()),
                new Settings.Proxies(false, List.of()),
                new Settings.MeetingLimits(Duration.ofSeconds(60), 100, 4, 2),
                new Settings.Talk(Duration.ofHours(1), true),
                Settings.Services.standard());
    }
}
