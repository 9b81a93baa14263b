package plenum.poll.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.poll.Poll;
import plenum.poll.Poll.State;
import plenum.poll.Polls;

/** Polls in PostgreSQL. Each change locks the poll's row first, so that sums and votes always agree. */
@ApplicationScoped
@Transactional
public class StoredPolls implements Polls {

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Poll> of(UUID meeting) {
        return entities.createQuery(
                        "select p from PollRow p where p.meetingId = :meeting order by p.createdAt, p.id",
                        PollRow.class)
                .setParameter("meeting", meeting)
                .getResultStream()
                .map(PollRow::toPoll)
                .toList();
    }

    @Override
    public Optional<Poll> find(UUID meeting, UUID poll) {
        return Optional.ofNullable(entities.find(PollRow.class, poll))
                .filter(row -> row.meetingId.equals(meeting))
                .map(PollRow::toPoll);
    }

    @Override
    public boolean save(Poll draft) {
        PollRow row = locked(draft.id());
        if (row == null) {
            entities.persist(new PollRow(draft));
            return true;
        }
        boolean own =
                row.state == State.DRAFT && row.author.equals(draft.author()) && row.meetingId.equals(draft.meeting());
        if (own) {
            row.draft(draft);
        }
        return own;
    }

    @Override
    public Poll open(Poll poll) {
        PollRow row = locked(poll.id());
        if (row == null) {
            return poll;
        }
        if (row.state == State.DRAFT) {
            row.state = State.OPEN;
        }
        return row.toPoll();
    }

    @Override
    public Poll close(Poll poll) {
        PollRow row = locked(poll.id());
        if (row == null) {
            return poll;
        }
        row.state = State.CLOSED;
        for (String secret : List.of("PollRollRow", "PollBallotRow")) {
            entities.createQuery("delete from " + secret + " s where s.pollId = :poll")
                    .setParameter("poll", poll.id())
                    .executeUpdate();
        }
        return row.toPoll();
    }

    @Override
    public void delete(Poll poll) {
        entities.createQuery("delete from PollRow p where p.id = :poll")
                .setParameter("poll", poll.id())
                .executeUpdate();
    }

    @Override
    public Optional<Poll> vote(Poll poll, Voter voter, List<Integer> choices) {
        PollRow row = locked(poll.id());
        if (row == null || row.state != State.OPEN) {
            return Optional.empty();
        }
        PollVoteRow vote = entities.createQuery(
                        "select v from PollVoteRow v where v.pollId = :poll and v.voter = :voter", PollVoteRow.class)
                .setParameter("poll", poll.id())
                .setParameter("voter", voter.id())
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (vote == null) {
            vote = new PollVoteRow(poll.id(), voter);
            row.voters++;
        }
        int[] chosen = array(choices);
        row.count(vote.choices, chosen);
        vote.choices = chosen;
        entities.persist(vote);
        return Optional.of(row.toPoll());
    }

    @Override
    public Optional<Poll> voteAnonymously(Poll poll, UUID voter, List<Integer> choices, String secret) {
        PollRow row = locked(poll.id());
        if (row == null || row.state != State.OPEN) {
            return Optional.empty();
        }
        boolean onTheRoll = !entities.createQuery(
                        "select r from PollRollRow r where r.pollId = :poll and r.voter = :voter", PollRollRow.class)
                .setParameter("poll", poll.id())
                .setParameter("voter", voter)
                .getResultList()
                .isEmpty();
        byte[] hash = hash(poll.id(), secret);
        PollBallotRow ballot = entities.find(PollBallotRow.class, hash);
        // one more ballot for one more voter, and never one without the other
        if (onTheRoll == (ballot == null)) {
            return Optional.empty();
        }
        if (ballot == null) {
            ballot = new PollBallotRow(poll.id(), hash);
            entities.persist(new PollRollRow(poll.id(), voter));
            row.voters++;
        }
        int[] chosen = array(choices);
        row.count(ballot.choices, chosen);
        ballot.choices = chosen;
        entities.persist(ballot);
        return Optional.of(row.toPoll());
    }

    @Override
    public List<Vote> votes(Poll poll) {
        return entities.createQuery(
                        "select v from PollVoteRow v where v.pollId = :poll order by v.voterName, v.id",
                        PollVoteRow.class)
                .setParameter("poll", poll.id())
                .getResultStream()
                .map(row -> new Vote(row.voterName, list(row.choices)))
                .toList();
    }

    @Override
    public Map<UUID, List<Integer>> choicesOf(UUID meeting, UUID voter) {
        return entities.createQuery(
                        "select v from PollVoteRow v, PollRow p where p.id = v.pollId and p.meetingId = :meeting"
                                + " and v.voter = :voter",
                        PollVoteRow.class)
                .setParameter("meeting", meeting)
                .setParameter("voter", voter)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.pollId, row -> list(row.choices)));
    }

    @Override
    public Set<UUID> votedAnonymously(UUID meeting, UUID voter) {
        return Set.copyOf(entities.createQuery(
                        "select r.pollId from PollRollRow r, PollRow p where p.id = r.pollId and p.meetingId = :meeting"
                                + " and r.voter = :voter",
                        UUID.class)
                .setParameter("meeting", meeting)
                .setParameter("voter", voter)
                .getResultList());
    }

    @Override
    public int forget(Instant before) {
        return entities.createQuery("delete from PollRow p where p.createdAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private @Nullable PollRow locked(UUID poll) {
        return entities.find(PollRow.class, poll, LockModeType.PESSIMISTIC_WRITE);
    }

    private static byte[] hash(UUID poll, String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((poll + " " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static int[] array(List<Integer> choices) {
        return choices.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static List<Integer> list(int[] choices) {
        return Arrays.stream(choices).boxed().toList();
    }
}
