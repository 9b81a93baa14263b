package plenum.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.meeting.Role;
import plenum.protocol.Failed;
import plenum.protocol.LinkPath;
import plenum.protocol.LinkQuality;
import plenum.protocol.MediaReach;
import plenum.protocol.ModerationMessages;
import plenum.protocol.SessionMessages;
import plenum.protocol.StreamMessages;

/** How people are connected: everybody sees who gets no media, moderators see more. */
@Tag("stream")
class LinkTest {
    private static final LinkQuality GOOD = new LinkQuality(LinkPath.UDP, 20, 0, 0, 1500, 3000, 720);
    private static final LinkQuality BAD = new LinkQuality(LinkPath.TCP, 600, 90, 10, 200, 500, 90);

    private final LiveMeeting meeting = new LiveMeeting();
    private final LiveMeeting.Person ada = meeting.join("Ada", Role.CREATOR);
    private final LiveMeeting.Person bob = meeting.join("Bob");
    private final LiveMeeting.Person cem = meeting.join("Cem");

    @Test
    void everybodySeesWhomMediaDoNotReach() {
        report(bob, MediaReach.BLOCKED);
        SessionMessages.Participant told =
                cem.outbox().last(SessionMessages.ParticipantChanged.class).participant();
        assertThat(told.id()).isEqualTo(bob.id());
        assertThat(told.reach()).isEqualTo(MediaReach.BLOCKED);
        int before = cem.outbox().sent.size();
        report(bob, MediaReach.BLOCKED);
        assertThat(cem.outbox().sent).as("no news").hasSize(before);
        report(bob, MediaReach.FINE);
        assertThat(cem.outbox()
                        .last(SessionMessages.ParticipantChanged.class)
                        .participant()
                        .reach())
                .isEqualTo(MediaReach.FINE);
    }

    @Test
    void aNewSocketIsTakenForFine() {
        report(bob, MediaReach.UNSUPPORTED);
        meeting.resume("Bob");
        assertThat(cem.outbox()
                        .last(SessionMessages.ParticipantChanged.class)
                        .participant()
                        .reach())
                .isEqualTo(MediaReach.FINE);
    }

    @Test
    void onlyModeratorsAreToldOfALink() {
        bob.say(new StreamMessages.ReportLink(BAD));
        StreamMessages.LinkReported told = ada.outbox().last(StreamMessages.LinkReported.class);
        assertThat(told.participant()).isEqualTo(bob.id());
        assertThat(told.link()).isEqualTo(BAD);
        assertThat(bob.outbox().all(StreamMessages.LinkReported.class)).isEmpty();
        assertThat(cem.outbox().all(StreamMessages.LinkReported.class)).isEmpty();
    }

    @Test
    void whoeverComesToModerateIsToldWhatIsKnown() {
        bob.say(new StreamMessages.ReportLink(BAD));
        ada.say(new ModerationMessages.Promote(cem.id()));
        assertThat(cem.outbox().all(StreamMessages.LinkReported.class))
                .containsExactly(new StreamMessages.LinkReported(bob.id(), BAD));
        LiveMeeting.Person dan = meeting.join("Dan", Role.MODERATOR);
        assertThat(dan.outbox().all(StreamMessages.LinkReported.class)).hasSize(1);
    }

    @Test
    void reportsThatComeTooFastAreNotPassedOn() {
        assertThat(bob.say(new StreamMessages.ReportLink(GOOD))).isEmpty();
        assertThat(bob.say(new StreamMessages.ReportLink(BAD))).contains(Failed.Code.THROTTLED);
        assertThat(ada.outbox().all(StreamMessages.LinkReported.class)).hasSize(1);
        meeting.time.pass(Duration.ofSeconds(10));
        assertThat(bob.say(new StreamMessages.ReportLink(BAD))).isEmpty();
        assertThat(ada.outbox().last(StreamMessages.LinkReported.class).link()).isEqualTo(BAD);
    }

    private static void report(LiveMeeting.Person person, MediaReach reach) {
        person.say(new StreamMessages.ReportReach(reach));
    }
}
