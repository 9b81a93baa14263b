package plenum.poll;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.Topic;
import plenum.meeting.RoomSwitch;
import plenum.platform.Throttle;
import plenum.poll.Poll.State;
import plenum.poll.PollRules.Outcome;
import plenum.protocol.Failed;
import plenum.protocol.NotStored;
import plenum.protocol.NotStored.Reason;
import plenum.protocol.PollMessages;
import plenum.protocol.Sealed;
import plenum.protocol.ServerMessage;

/** Handles the messages about polls. A request that has no effect returns a code. Called in the conference's mailbox. */
public final class PollTopic implements Topic<PollMessages.Ask> {
    static final int LONGEST_QUESTION = 300;
    static final int LONGEST_OPTION = 120;

    private final Conference conference;
    private final Polls polls;
    private final PollRules rules;
    private final InstantSource clock;
    private final Throttle rate;

    public PollTopic(Conference conference, Polls polls, InstantSource clock) {
        this.conference = conference;
        this.polls = polls;
        this.rules = new PollRules(polls);
        this.clock = clock;
        this.rate = new Throttle(20, Duration.ofMillis(500), clock);
    }

    @Override
    public Optional<Failed.Code> handle(Participant by, PollMessages.Ask message) {
        return switch (message) {
            case PollMessages.PollSave save -> save(by, save);
            case PollMessages.PollOpen open -> open(by, open);
            case PollMessages.PollClose close -> close(by, close);
            case PollMessages.PollDelete delete -> delete(by, delete);
            case PollMessages.PollVote vote -> vote(by, vote);
            case PollMessages.PollVoterList ask -> voters(by, ask);
        };
    }

    /** All polls that the reader may see. */
    @Override
    public void catchUp(Participant by) {
        Asker reader = Asker.of(conference, by);
        UUID person = by.person();
        conference
                .ledger()
                .ask(() -> seen(reader, person), by::send, () -> notStored(by, "catch-up", null, Reason.UNAVAILABLE));
    }

    private ServerMessage seen(Asker reader, UUID person) {
        List<Poll> visible = polls.of(reader.meeting()).stream()
                .filter(poll -> poll.isVisibleTo(reader))
                .toList();
        if (visible.isEmpty()) {
            // most meetings have none, and everybody asks who comes in
            return new PollMessages.Polls(List.of());
        }
        Map<UUID, List<Integer>> chosen = polls.choicesOf(reader.meeting(), person);
        Set<UUID> sealed = polls.votedAnonymously(reader.meeting(), person);
        return new PollMessages.Polls(visible.stream()
                .map(poll -> PollWire.poll(
                        poll, chosen.containsKey(poll.id()) || sealed.contains(poll.id()), chosen.get(poll.id())))
                .toList());
    }

    private Optional<Failed.Code> save(Participant by, PollMessages.PollSave message) {
        if (!conference.rules().permits(by, RoomSwitch.CHAT)) {
            notStored(by, "poll-save", message.poll(), Reason.LOCKED);
            return Optional.empty();
        }
        boolean encrypted = conference.isEncrypted();
        if (!Sealed.fits(message.question(), encrypted, LONGEST_QUESTION)
                || !message.options().stream().allMatch(option -> Sealed.fits(option, encrypted, LONGEST_OPTION))) {
            notStored(by, "poll-save", message.poll(), Reason.UNUSABLE);
            return Optional.empty();
        }
        Asker asker = Asker.of(conference, by);
        String name = by.name();
        ask(by, "poll-save", message.poll(), () -> rules.save(asker, name, message, clock.instant()), none -> {});
        return Optional.empty();
    }

    private Optional<Failed.Code> open(Participant by, PollMessages.PollOpen message) {
        Asker asker = Asker.of(conference, by);
        ask(by, "poll-open", message.poll(), () -> rules.open(asker, message.poll()), none -> {});
        return Optional.empty();
    }

    private Optional<Failed.Code> close(Participant by, PollMessages.PollClose message) {
        Asker asker = Asker.of(conference, by);
        ask(
                by,
                "poll-close",
                message.poll(),
                () -> rules.close(asker, message.poll()),
                closed -> noted(by, closed, AuditAction.CLOSE_POLL));
        return Optional.empty();
    }

    private Optional<Failed.Code> delete(Participant by, PollMessages.PollDelete message) {
        Asker asker = Asker.of(conference, by);
        ask(by, "poll-delete", message.poll(), () -> rules.delete(asker, message.poll()), none -> {});
        return Optional.empty();
    }

    private Optional<Failed.Code> vote(Participant by, PollMessages.PollVote message) {
        Asker asker = Asker.of(conference, by);
        Polls.Voter voter = new Polls.Voter(by.person(), by.name());
        ask(
                by,
                "poll-vote",
                message.poll(),
                () -> rules.vote(asker, voter, message),
                counted -> by.send(new PollMessages.PollVoted(message.poll(), message.choices())));
        return Optional.empty();
    }

    private Optional<Failed.Code> voters(Participant by, PollMessages.PollVoterList message) {
        if (!rate.tryTake(by.id())) {
            return Optional.of(Failed.Code.THROTTLED);
        }
        Asker asker = Asker.of(conference, by);
        conference
                .ledger()
                .<Optional<List<Polls.Vote>>>ask(
                        () -> rules.named(asker, message.poll()).map(polls::votes),
                        found -> found.ifPresentOrElse(
                                votes -> by.send(new PollMessages.PollVoters(
                                        message.poll(),
                                        votes.stream()
                                                .map(vote -> new PollMessages.Vote(vote.name(), vote.choices()))
                                                .toList())),
                                () -> notStored(by, "poll-voter-list", message.poll(), Reason.NOT_FOUND)),
                        () -> notStored(by, "poll-voter-list", message.poll(), Reason.UNAVAILABLE));
        return Optional.empty();
    }

    private void ask(Participant by, String about, String poll, Supplier<Outcome> work, Consumer<Poll> first) {
        if (!rate.tryTake(by.id())) {
            notStored(by, about, poll, Reason.THROTTLED);
            return;
        }
        conference
                .ledger()
                .ask(
                        work,
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Changed(Poll changed) -> {
                                    first.accept(changed);
                                    tell(changed, new PollMessages.PollChanged(PollWire.poll(changed)));
                                }
                                case Outcome.Deleted(Poll deleted) -> {
                                    noted(by, deleted, AuditAction.DELETE_POLL);
                                    tell(deleted, new PollMessages.PollDeleted(poll));
                                }
                                case Outcome.Refused(Reason reason) -> notStored(by, about, poll, reason);
                            }
                        },
                        () -> notStored(by, about, poll, Reason.UNAVAILABLE));
    }

    /** Acting on another participant's poll is a moderator's action, and gets a line in the audit log. */
    private void noted(Participant by, Poll poll, AuditAction action) {
        if (!poll.isBy(id(by))) {
            conference.noted(by, action, poll.question());
        }
    }

    /** A draft is nobody's business but its author's. */
    private void tell(Poll poll, ServerMessage news) {
        if (poll.state() == State.DRAFT) {
            conference.find(poll.author().toString()).ifPresent(author -> author.send(news));
        } else {
            conference.tell(Optional.ofNullable(poll.room()), news);
        }
    }

    private static void notStored(Participant by, String about, @Nullable String key, Reason reason) {
        by.send(new NotStored(about, key, reason));
    }

    private static UUID id(Participant participant) {
        return UUID.fromString(participant.id());
    }
}
