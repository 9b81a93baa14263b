package plenum.poll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.poll.Poll.State;

/** Polls in memory, until it is told to fail. */
public final class FakePolls implements Polls {
    private final Map<UUID, Poll> polls = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, Ballot>> ballots = new HashMap<>();
    boolean away;

    private record Ballot(String name, List<Integer> choices, String secret) {}

    @Override
    public List<Poll> of(UUID meeting) {
        answer();
        return polls.values().stream()
                .filter(poll -> poll.meeting().equals(meeting))
                .toList();
    }

    @Override
    public Optional<Poll> find(UUID meeting, UUID poll) {
        answer();
        return Optional.ofNullable(polls.get(poll))
                .filter(found -> found.meeting().equals(meeting));
    }

    @Override
    public boolean save(Poll draft) {
        answer();
        Poll before = polls.get(draft.id());
        boolean own = before == null
                || (before.state() == State.DRAFT
                        && before.isBy(draft.author())
                        && before.meeting().equals(draft.meeting()));
        if (own) {
            polls.put(draft.id(), draft);
        }
        return own;
    }

    @Override
    public Poll open(Poll poll) {
        return put(poll, State.OPEN);
    }

    @Override
    public Poll close(Poll poll) {
        return put(poll, State.CLOSED);
    }

    @Override
    public void delete(Poll poll) {
        answer();
        polls.remove(poll.id());
    }

    @Override
    public Optional<Poll> vote(Poll poll, Voter voter, List<Integer> choices) {
        answer();
        return count(poll, voter.id(), new Ballot(voter.name(), choices, ""));
    }

    @Override
    public Optional<Poll> voteAnonymously(Poll poll, UUID voter, List<Integer> choices, String secret) {
        answer();
        Ballot before = votesOf(poll).get(voter);
        return before == null || before.secret().equals(secret)
                ? count(poll, voter, new Ballot("", choices, secret))
                : Optional.empty();
    }

    @Override
    public List<Vote> votes(Poll poll) {
        answer();
        return votesOf(poll).values().stream()
                .map(ballot -> new Vote(ballot.name(), ballot.choices()))
                .toList();
    }

    @Override
    public Map<UUID, List<Integer>> choicesOf(UUID meeting, UUID voter) {
        answer();
        return polls.values().stream()
                .filter(poll -> !poll.anonymous() && votesOf(poll).containsKey(voter))
                .collect(Collectors.toMap(
                        Poll::id, poll -> votesOf(poll).get(voter).choices()));
    }

    @Override
    public Set<UUID> votedAnonymously(UUID meeting, UUID voter) {
        answer();
        return polls.values().stream()
                .filter(poll -> poll.anonymous() && votesOf(poll).containsKey(voter))
                .map(Poll::id)
                .collect(Collectors.toSet());
    }

    @Override
    public int forget(Instant before) {
        answer();
        return 0;
    }

    private Optional<Poll> count(Poll poll, UUID voter, Ballot ballot) {
        if (polls.get(poll.id()).state() != State.OPEN) {
            return Optional.empty();
        }
        votesOf(poll).put(voter, ballot);
        return Optional.of(put(poll, State.OPEN));
    }

    private Map<UUID, Ballot> votesOf(Poll poll) {
        return ballots.computeIfAbsent(poll.id(), id -> new LinkedHashMap<>());
    }

    private Poll put(Poll poll, State state) {
        answer();
        List<Integer> votes = new ArrayList<>();
        for (int option = 0; option < poll.options().size(); option++) {
            int which = option;
            votes.add((int) votesOf(poll).values().stream()
                    .filter(ballot -> ballot.choices().contains(which))
                    .count());
        }
        Poll changed = new Poll(
                poll.id(),
                poll.meeting(),
                poll.author(),
                poll.authorName(),
                poll.question(),
                poll.options(),
                poll.multiple(),
                poll.anonymous(),
                state,
                votes,
                votesOf(poll).size(),
                poll.createdAt(),
                poll.room());
        polls.put(poll.id(), changed);
        return changed;
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
