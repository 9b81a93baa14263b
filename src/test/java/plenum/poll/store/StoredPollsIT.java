package plenum.poll.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.meeting.Meetings;
import plenum.meeting.store.Schema;
import plenum.poll.Poll;
import plenum.poll.Poll.State;
import plenum.poll.Polls;
import plenum.poll.Polls.Vote;
import plenum.poll.Polls.Voter;

@ExtendWith(ArquillianExtension.class)
@Tag("poll")
class StoredPollsIT {
    private static final Voter ADA = new Voter(UUID.randomUUID(), "Ada 🦊");
    private static final Voter BOB = new Voter(UUID.randomUUID(), "Bob");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Inject
    Polls polls;

    @Inject
    Meetings meetings;

    @Inject
    Schema schema;

    @Resource(lookup = "java:jboss/datasources/PlenumDS")
    DataSource database;

    private UUID meeting;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void createMeeting() {
        AwaitSchema.of(schema);
        meeting = meetings.create("Polls").meeting().id();
    }

    @Test
    void findsTheDraftAsItWasChangedLast() {
        Poll draft = draft(ADA, false, List.of("Äpfel", "Birnen, \"reif\"", "{,}"));
        assertTrue(polls.save(draft));
        assertEquals(draft, polls.find(meeting, draft.id()).orElseThrow());
        Poll shorter = new Poll(
                draft.id(),
                meeting,
                ADA.id(),
                ADA.name(),
                "Other?",
                List.of("yes", "no"),
                true,
                true,
                State.DRAFT,
                List.of(0, 0),
                0,
                NOW,
                null);
        assertTrue(polls.save(shorter));
        assertEquals(List.of(shorter), polls.of(meeting));
        assertTrue(
                polls.find(meetings.create("Other").meeting().id(), draft.id()).isEmpty());
    }

    @Test
    void keepsAPollFromOthersAndFromItsAuthorOnceItIsOpen() {
        Poll draft = draft(ADA, false, List.of("yes", "no"));
        polls.save(draft);
        Poll stolen = new Poll(
                draft.id(),
                meeting,
                BOB.id(),
                BOB.name(),
                "Mine?",
                List.of("a", "b"),
                false,
                false,
                State.DRAFT,
                List.of(0, 0),
                0,
                NOW,
                null);
        assertFalse(polls.save(stolen));
        polls.open(draft);
        assertFalse(polls.save(draft));
        assertEquals("What?", polls.find(meeting, draft.id()).orElseThrow().question());
    }

    @Test
    void countsAndRecountsVotesByName() {
        Poll poll = opened(false);
        assertEquals(List.of(1, 0, 0), vote(poll, ADA, List.of(0)).votes());
        assertEquals(List.of(1, 1, 1), vote(poll, BOB, List.of(1, 2)).votes());
        Poll changed = vote(poll, ADA, List.of(2));
        assertEquals(List.of(0, 1, 2), changed.votes());
        assertEquals(2, changed.voters());
        assertEquals(changed, polls.find(meeting, poll.id()).orElseThrow());
        assertEquals(List.of(new Vote(ADA.name(), List.of(2)), new Vote(BOB.name(), List.of(1, 2))), polls.votes(poll));
        assertEquals(Map.of(poll.id(), List.of(2)), polls.choicesOf(meeting, ADA.id()));
    }

    @Test
    void takesVotesOnlyWhileItIsOpen() {
        Poll draft = draft(ADA, false, List.of("yes", "no"));
        polls.save(draft);
        assertTrue(polls.vote(draft, BOB, List.of(0)).isEmpty());
        polls.open(draft);
        vote(draft, BOB, List.of(0));
        Poll closed = polls.close(draft);
        assertEquals(State.CLOSED, closed.state());
        assertEquals(List.of(1, 0), closed.votes());
        assertTrue(polls.vote(draft, BOB, List.of(1)).isEmpty());
        assertEquals(State.CLOSED, polls.open(draft).state());
    }

    @Test
    void nothingLeadsFromAnAnonymousVoteToItsVoter() throws SQLException {
        Poll poll = opened(true);
        assertEquals(
                List.of(0, 1, 0),
                polls.voteAnonymously(poll, ADA.id(), List.of(1), "secret")
                        .orElseThrow()
                        .votes());
        Poll changed =
                polls.voteAnonymously(poll, ADA.id(), List.of(0, 2), "secret").orElseThrow();
        assertEquals(List.of(1, 0, 1), changed.votes());
        assertEquals(1, changed.voters());
        assertEquals(Set.of(poll.id()), polls.votedAnonymously(meeting, ADA.id()));
        assertTrue(polls.votes(poll).isEmpty());
        assertTrue(polls.choicesOf(meeting, ADA.id()).isEmpty());
        assertEquals(0, count("select count(*) from poll_vote where poll_id = ?", poll));
        assertEquals(
                0,
                count(
                        "select count(*) from poll_ballot b where poll_id = ? and b::text like '%" + ADA.id() + "%'",
                        poll));
        polls.close(poll);
        assertEquals(0, count("select count(*) from poll_roll where poll_id = ?", poll));
        assertEquals(0, count("select count(*) from poll_ballot where poll_id = ?", poll));
        assertEquals(
                List.of(1, 0, 1), polls.find(meeting, poll.id()).orElseThrow().votes());
    }

    @Test
    void nobodyVotesTwiceAnonymouslyOrChangesTheBallotOfAnother() {
        Poll poll = opened(true);
        assertTrue(polls.voteAnonymously(poll, ADA.id(), List.of(1), "ada's").isPresent());
        assertTrue(polls.voteAnonymously(poll, ADA.id(), List.of(0), "another").isEmpty());
        assertTrue(polls.voteAnonymously(poll, BOB.id(), List.of(0), "ada's").isEmpty());
        assertEquals(
                List.of(0, 1, 0), polls.find(meeting, poll.id()).orElseThrow().votes());
    }

    @Test
    void deletesAPollWithItsVotes() throws SQLException {
        Poll poll = opened(false);
        vote(poll, BOB, List.of(1));
        polls.delete(poll);
        assertTrue(polls.of(meeting).isEmpty());
        assertEquals(0, count("select count(*) from poll_vote where poll_id = ?", poll));
    }

    @Test
    void forgetsWhatIsOld() {
        Poll old = new Poll(
                UUID.randomUUID(),
                meeting,
                ADA.id(),
                ADA.name(),
                "Old?",
                List.of("yes", "no"),
                false,
                false,
                State.DRAFT,
                List.of(0, 0),
                0,
                NOW.minus(40_000, ChronoUnit.DAYS),
                null);
        polls.save(old);
        Poll poll = opened(false);
        assertEquals(1, polls.forget(NOW.minus(39_000, ChronoUnit.DAYS)));
        assertEquals(
                List.of(poll.id()), polls.of(meeting).stream().map(Poll::id).toList());
    }

    private Poll opened(boolean anonymous) {
        Poll draft = draft(ADA, anonymous, List.of("a", "b", "c"));
        polls.save(draft);
        return polls.open(draft);
    }

    private Poll draft(Voter author, boolean anonymous, List<String> options) {
        List<Integer> none = options.stream().map(option -> 0).toList();
        return new Poll(
                UUID.randomUUID(),
                meeting,
                author.id(),
                author.name(),
                "What?",
                options,
                true,
                anonymous,
                State.DRAFT,
                none,
                0,
                NOW,
                null);
    }

    private Poll vote(Poll poll, Voter voter, List<Integer> choices) {
        return polls.vote(poll, voter, choices).orElseThrow();
    }

    private int count(String query, Poll poll) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, poll.id());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
