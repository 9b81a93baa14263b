package plenum.poll;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.chat.ChatText;
import plenum.poll.Poll.State;
import plenum.poll.PollRules.Outcome.Changed;
import plenum.poll.PollRules.Outcome.Deleted;
import plenum.poll.PollRules.Outcome.Refused;
import plenum.protocol.NotStored.Reason;
import plenum.protocol.PollMessages;

/** Decides what may be done to a poll, by whom, and when. Its methods block on the database. */
final class PollRules {
    static final int MOST_POLLS = 50;

    private final Polls polls;

    PollRules(Polls polls) {
        this.polls = polls;
    }

    /** The outcome. */
    sealed interface Outcome {
        record Changed(Poll poll) implements Outcome {}

        record Deleted(Poll poll) implements Outcome {}

        record Refused(Reason reason) implements Outcome {}
    }

    Outcome save(Asker asker, String authorName, PollMessages.PollSave asked, Instant now) {
        Optional<UUID> id = id(asked.poll());
        Optional<String> question = ChatText.parseLine(asked.question());
        List<String> options = asked.options().stream()
                .map(ChatText::parseLine)
                .flatMap(Optional::stream)
                .toList();
        boolean fit = options.size() == asked.options().size()
                && options.size() >= Poll.LEAST_OPTIONS
                && options.size() <= Poll.MOST_OPTIONS
                && new HashSet<>(options).size() == options.size();
        if (id.isEmpty() || question.isEmpty() || !fit) {
            return new Refused(Reason.UNUSABLE);
        }
        Optional<Poll> before = polls.find(asker.meeting(), id.get());
        if (before.isEmpty() && polls.of(asker.meeting()).size() >= MOST_POLLS) {
            return new Refused(Reason.TOO_MANY);
        }
        Poll draft = new Poll(
                id.get(),
                asker.meeting(),
                asker.id(),
                authorName,
                question.get(),
                options,
                asked.multiple(),
                asked.anonymous(),
                State.DRAFT,
                Collections.nCopies(options.size(), 0),
                0,
                before.map(Poll::createdAt).orElse(now),
                before.map(Poll::room).orElse(asker.room()));
        return polls.save(draft) ? new Changed(draft) : new Refused(Reason.FORBIDDEN);
    }

    Outcome open(Asker asker, String poll) {
        return visible(asker, poll)
                .<Outcome>map(found -> {
                    if (!found.isBy(asker.id())) {
                        return new Refused(Reason.FORBIDDEN);
                    }
                    // asked again: the answer may have been lost
                    return new Changed(found.state() == State.DRAFT ? polls.open(found) : found);
                })
                .orElseGet(() -> new Refused(Reason.NOT_FOUND));
    }

    Outcome close(Asker asker, String poll) {
        return visible(asker, poll)
                .<Outcome>map(found -> {
                    if (!found.isBy(asker.id()) && !asker.moderates()) {
                        return new Refused(Reason.FORBIDDEN);
                    }
                    return switch (found.state()) {
                        case DRAFT -> new Refused(Reason.UNUSABLE);
                        case OPEN -> new Changed(polls.close(found));
                        case CLOSED -> new Changed(found);
                    };
                })
                .orElseGet(() -> new Refused(Reason.NOT_FOUND));
    }

    Outcome delete(Asker asker, String poll) {
        Optional<Poll> found = visible(asker, poll);
        if (found.isEmpty()) {
            return new Refused(Reason.NOT_FOUND);
        }
        if (!found.get().isBy(asker.id()) && !asker.moderates()) {
            return new Refused(Reason.FORBIDDEN);
        }
        polls.delete(found.get());
        return new Deleted(found.get());
    }

    Outcome vote(Asker asker, Polls.Voter voter, PollMessages.PollVote vote) {
        Optional<Poll> found = visible(asker, vote.poll());
        if (found.isEmpty()) {
            return new Refused(Reason.NOT_FOUND);
        }
        Poll poll = found.get();
        boolean sealed = vote.ballot() != null && !vote.ballot().isBlank();
        if (!poll.takes(vote.choices()) || poll.anonymous() != sealed) {
            return new Refused(Reason.UNUSABLE);
        }
        Optional<Poll> counted = poll.anonymous()
                ? polls.voteAnonymously(poll, voter.id(), vote.choices(), String.valueOf(vote.ballot()))
                : polls.vote(poll, voter, vote.choices());
        return counted.<Outcome>map(Changed::new).orElseGet(() -> new Refused(Reason.FORBIDDEN));
    }

    Optional<Poll> named(Asker asker, String poll) {
        return visible(asker, poll).filter(found -> !found.anonymous() && found.state() != State.DRAFT);
    }

    private Optional<Poll> visible(Asker asker, String poll) {
        return id(poll).flatMap(id -> polls.find(asker.meeting(), id)).filter(found -> found.isVisibleTo(asker));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
