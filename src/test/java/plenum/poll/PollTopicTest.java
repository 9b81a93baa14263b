package plenum.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.LiveMeeting;
import plenum.conference.LiveMeeting.Person;
import plenum.meeting.Role;
import plenum.meeting.RoomSwitch;
import plenum.protocol.NotStored;
import plenum.protocol.NotStored.Reason;
import plenum.protocol.PollMessages;
import plenum.protocol.PollMessages.PollChanged;
import plenum.protocol.PollMessages.PollClose;
import plenum.protocol.PollMessages.PollDelete;
import plenum.protocol.PollMessages.PollDeleted;
import plenum.protocol.PollMessages.PollOpen;
import plenum.protocol.PollMessages.PollSave;
import plenum.protocol.PollMessages.PollState;
import plenum.protocol.PollMessages.PollVote;
import plenum.protocol.PollMessages.PollVoted;
import plenum.protocol.PollMessages.PollVoterList;
import plenum.protocol.PollMessages.PollVoters;

@Tag("poll")
class PollTopicTest {
    private static final List<String> OPTIONS = List.of("Montag", "Dienstag");

    private final FakePolls stored = new FakePolls();
    private final LiveMeeting meeting =
            LiveMeeting.with(PollMessages.Ask.class, (of, time) -> new PollTopic(of, stored, time));
    private final Person ada = meeting.join("Ada", Role.CREATOR);
    private final Person bob = meeting.join("Bob");
    private final Person cem = meeting.join("Cem");

    @Test
    void aDraftIsItsAuthorsAlone() {
        String poll = draft(bob, false, false);
        assertThat(last(bob).state()).isEqualTo(PollState.DRAFT);
        assertThat(cem.outbox().all(PollChanged.class)).isEmpty();
        cem.say(new PollOpen(poll));
        assertThat(refusal(cem)).isEqualTo(Reason.NOT_FOUND);
        ada.catchUp();
        assertThat(ada.outbox().last(PollMessages.Polls.class).polls()).isEmpty();
    }

    @Test
    void everybodySeesTheResultComeIn() {
        String poll = opened(bob, false, false);
        vote(cem, poll, null, 1);
        assertThat(last(ada)).returns(List.of(0, 1), PollMessages.Poll::votes).returns(1, PollMessages.Poll::voters);
        assertThat(last(ada).chosen())
                .as("what others chose is not told with it")
                .isNull();
        assertThat(cem.outbox().last(PollVoted.class)).isEqualTo(new PollVoted(poll, List.of(1)));
        vote(cem, poll, null, 0);
        assertThat(last(ada)).returns(List.of(1, 0), PollMessages.Poll::votes).returns(1, PollMessages.Poll::voters);
    }

    @Test
    void whoComesBackFindsTheirVote() {
        String poll = opened(bob, false, false);
        vote(cem, poll, null, 1);
        String secret = opened(bob, true, false);
        vote(cem, secret, "ballot", 0);
        cem.catchUp();
        List<PollMessages.Poll> seen =
                cem.outbox().last(PollMessages.Polls.class).polls();
        assertThat(seen.getFirst().chosen()).containsExactly(1);
        assertThat(seen.getLast().voted()).isTrue();
        assertThat(seen.getLast().chosen()).isNull();
    }

    @Test
    void onePersonVotesOnceFromAllTheirDevices() {
        String poll = opened(bob, false, false);
        Person phone = meeting.joinWithSecondDevice(cem);
        vote(cem, poll, null, 0);
        vote(phone, poll, null, 1);
        assertThat(last(ada)).returns(List.of(0, 1), PollMessages.Poll::votes).returns(1, PollMessages.Poll::voters);
    }

    @Test
    void votesThatCannotBeAreRefused() {
        String single = opened(bob, false, false);
        for (List<Integer> choices :
                List.of(List.<Integer>of(), List.of(2), List.of(0, 1), List.of(-1), List.of(0, 0))) {
            cem.say(new PollVote(single, choices, null));
            assertThat(refusal(cem)).as("%s", choices).isEqualTo(Reason.UNUSABLE);
        }
        String multiple = opened(bob, false, true);
        cem.say(new PollVote(multiple, List.of(0, 1), null));
        assertThat(last(ada).votes()).containsExactly(1, 1);
        String anonymous = opened(bob, true, false);
        vote(cem, anonymous, null, 0);
        assertThat(refusal(cem)).as("without a secret").isEqualTo(Reason.UNUSABLE);
        vote(cem, single, "secret", 0);
        assertThat(refusal(cem)).as("a secret where names are stored").isEqualTo(Reason.UNUSABLE);
    }

    @Test
    void theSecretOfABallotIsWhatChangesIt() {
        String poll = opened(bob, true, false);
        vote(cem, poll, "mine", 0);
        vote(cem, poll, "mine", 1);
        assertThat(last(ada).votes()).containsExactly(0, 1);
        vote(cem, poll, "other", 0);
        assertThat(refusal(cem)).isEqualTo(Reason.FORBIDDEN);
        ada.say(new PollVoterList(poll));
        assertThat(refusal(ada)).as("nobody gets names").isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void namesAreThereWhereTheyWereNotPromisedAway() {
        String poll = opened(bob, false, false);
        vote(cem, poll, null, 1);
        ada.say(new PollVoterList(poll));
        assertThat(ada.outbox().last(PollVoters.class).votes())
                .containsExactly(new PollMessages.Vote("Cem", List.of(1)));
    }

    @Test
    void authorsAndModeratorsCloseAndDelete() {
        String poll = opened(bob, false, false);
        cem.say(new PollClose(poll));
        assertThat(refusal(cem)).isEqualTo(Reason.FORBIDDEN);
        ada.say(new PollClose(poll));
        assertThat(last(cem).state()).isEqualTo(PollState.CLOSED);
        vote(cem, poll, null, 0);
        assertThat(refusal(cem)).isEqualTo(Reason.FORBIDDEN);
        cem.say(new PollDelete(poll));
        assertThat(cem.outbox().all(PollDeleted.class)).isEmpty();
        bob.say(new PollDelete(poll));
        assertThat(cem.outbox().last(PollDeleted.class).poll()).isEqualTo(poll);
    }

    @Test
    void whatIsOpenIsNotChangedAnyMore() {
        String poll = opened(bob, false, false);
        bob.say(new PollSave(poll, "Other?", OPTIONS, false, false));
        assertThat(refusal(bob)).isEqualTo(Reason.FORBIDDEN);
        cem.say(new PollSave(poll, "Mine?", OPTIONS, false, false));
        assertThat(refusal(cem)).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void questionsThatAreNoneAreRefused() {
        for (PollSave bad : List.of(
                new PollSave("no uuid", "Q?", OPTIONS, false, false),
                new PollSave(id(), " ", OPTIONS, false, false),
                new PollSave(id(), "Q?", List.of("one"), false, false),
                new PollSave(id(), "Q?", List.of("same", " same "), false, false),
                new PollSave(id(), "Q?", List.of("one", "\u200B"), false, false))) {
            bob.say(bad);
            assertThat(refusal(bob)).as("%s", bad).isEqualTo(Reason.UNUSABLE);
        }
    }

    @Test
    void whereOnlyModeratorsWriteParticipantsAskNothing() {
        ada.set(RoomSwitch.CHAT, false);
        draft(bob, false, false);
        assertThat(refusal(bob)).isEqualTo(Reason.LOCKED);
        String poll = opened(ada, false, false);
        vote(bob, poll, null, 0);
        assertThat(last(cem).voters()).isEqualTo(1);
    }

    @Test
    void aMeetingHoldsSoManyPolls() {
        for (int i = 0; i < PollRules.MOST_POLLS; i++) {
            draft(bob, false, false);
            meeting.time.pass(Duration.ofSeconds(1));
        }
        draft(bob, false, false);
        assertThat(refusal(bob)).isEqualTo(Reason.TOO_MANY);
    }

    @Test
    void aVoteThatIsNotStoredIsNotCounted() {
        String poll = opened(bob, false, false);
        stored.away = true;
        vote(cem, poll, null, 0);
        assertThat(refusal(cem)).isEqualTo(Reason.UNAVAILABLE);
        assertThat(last(ada).voters()).isZero();
        assertThat(cem.outbox().all(PollVoted.class)).isEmpty();
    }

    @Test
    void aPollOfOneRoomIsNoBusinessOfTheOthers() {
        UUID room = UUID.randomUUID();
        move(bob, room);
        move(cem, UUID.randomUUID());
        String poll = opened(bob, false, false);
        vote(bob, poll, null, 1);
        for (Person elsewhere : List.of(ada, cem)) {
            assertThat(elsewhere.outbox().all(PollChanged.class)).isEmpty();
            elsewhere.catchUp();
            assertThat(elsewhere.outbox().last(PollMessages.Polls.class).polls())
                    .isEmpty();
            vote(elsewhere, poll, null, 0);
            assertThat(refusal(elsewhere)).isEqualTo(Reason.NOT_FOUND);
        }
        move(cem, room);
        cem.catchUp();
        assertThat(cem.outbox().last(PollMessages.Polls.class).polls()).hasSize(1);
        bob.say(new PollMessages.PollDelete(poll));
        assertThat(cem.outbox().all(PollDeleted.class)).hasSize(1);
        assertThat(ada.outbox().all(PollDeleted.class)).isEmpty();
    }

    private void move(Person person, UUID room) {
        person.conference().circles().move(List.of(person.participant()), Optional.of(room));
    }

    private String opened(Person author, boolean anonymous, boolean multiple) {
        String poll = draft(author, anonymous, multiple);
        author.say(new PollOpen(poll));
        return poll;
    }

    private String draft(Person author, boolean anonymous, boolean multiple) {
        String poll = id();
        author.say(new PollSave(poll, "Wann?", OPTIONS, multiple, anonymous));
        return poll;
    }

    private void vote(Person person, String poll, @Nullable String ballot, int choice) {
        person.say(new PollVote(poll, List.of(choice), ballot));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static PollMessages.Poll last(Person person) {
        return person.outbox().last(PollChanged.class).poll();
    }

    private static Reason refusal(Person person) {
        return person.outbox().last(NotStored.class).reason();
    }
}
