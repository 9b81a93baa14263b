package plenum.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plenum.protocol.Announcement;
import plenum.protocol.BreakoutMessages.BreakoutState;
import plenum.protocol.DeskPart;
import plenum.protocol.DoorMessages.Knock;
import plenum.protocol.DoorMessages.Knocking;
import plenum.protocol.LinkQuality;
import plenum.protocol.ModerationMessages.RoomState;
import plenum.protocol.Outbox;
import plenum.protocol.PollMessages.Poll;
import plenum.protocol.PollMessages.PollChanged;
import plenum.protocol.PollMessages.PollDeleted;
import plenum.protocol.PollMessages.Polls;
import plenum.protocol.ReactionMessages.HandChanged;
import plenum.protocol.ReactionMessages.Hands;
import plenum.protocol.ServerMessage;
import plenum.protocol.SessionMessages.Participant;
import plenum.protocol.SessionMessages.ParticipantChanged;
import plenum.protocol.SessionMessages.ParticipantJoined;
import plenum.protocol.SessionMessages.ParticipantLeft;
import plenum.protocol.SessionMessages.Role;
import plenum.protocol.StreamMessages.LinkReported;
import plenum.protocol.StreamMessages.Speaking;
import plenum.protocol.TimerMessages.TimerState;

/**
 * The state of a meeting as a moderator knows it, made of the messages that their tab receives. Written in the conference's mailbox and
 * read by pages. Thread-safe.
 */
final class DeskModel implements Outbox {
    private static final BreakoutState NO_ROOMS =
            new BreakoutState(List.of(), false, false, null, List.of(), List.of());
    private static final RoomState NOTHING = new RoomState(List.of(), false, null, null, null);

    private final String self;
    private final InstantSource clock;
    private final Consumer<Set<DeskPart>> onChange;
    private final Map<String, Participant> people = new LinkedHashMap<>();
    private final Map<String, Instant> hands = new HashMap<>();
    private final Map<String, Duration> spoken = new HashMap<>();
    private final Map<String, Instant> speaking = new HashMap<>();
    private final Map<String, LinkQuality> links = new HashMap<>();
    private final Map<String, Poll> polls = new LinkedHashMap<>();
    private List<Knock> waiting = List.of();
    private RoomState room = NOTHING;
    private BreakoutState breakout = NO_ROOMS;
    private Instant breakoutAt = Instant.EPOCH;
    private DeskView.@Nullable TimerAt timer;
    private boolean closed;

    /** @param onChange told which parts have changed, in the mailbox; must not block */
    DeskModel(String self, InstantSource clock, Consumer<Set<DeskPart>> onChange) {
        this.self = self;
        this.clock = clock;
        this.onChange = onChange;
    }

    @Override
    public void send(ServerMessage message) {
        Set<DeskPart> changed = take(message);
        if (!changed.isEmpty()) {
            onChange.accept(changed);
        }
    }

    @Override
    public void send(Announcement announcement) {
        send(announcement.message());
    }

    /** A desk shows nothing that passes within a second. */
    @Override
    public void hint(Announcement announcement) {
        // left out
    }

    /** The moderator is not here any more. */
    @Override
    public void finish(ServerMessage last) {
        synchronized (this) {
            closed = true;
        }
        onChange.accept(EnumSet.of(DeskPart.DESK));
    }

    synchronized DeskView view() {
        Instant now = clock.instant();
        return new DeskView(
                self,
                !closed && moderates(),
                waiting,
                people.values().stream().map(person -> person(person, now)).toList(),
                room.on().isEmpty() ? Set.of() : EnumSet.copyOf(room.on()),
                room.password(),
                room.spotlight(),
                breakout,
                left(breakout.secondsLeft(), breakoutAt, now),
                List.copyOf(polls.values()),
                Optional.ofNullable(timer)
                        .filter(known -> !known.state().parts().isEmpty()),
                now);
    }

    private static Optional<Duration> left(@Nullable Integer seconds, Instant told, Instant now) {
        return Optional.ofNullable(seconds).map(left -> Duration.between(now, told.plusSeconds(left)));
    }

    private boolean moderates() {
        Participant own = people.get(self);
        return own != null && own.role() != Role.PARTICIPANT;
    }

    private DeskPerson person(Participant person, Instant now) {
        Duration before = spoken.getOrDefault(person.id(), Duration.ZERO);
        Instant since = speaking.get(person.id());
        return new DeskPerson(
                person,
                Optional.ofNullable(hands.get(person.id())),
                since == null ? before : before.plus(Duration.between(since, now)),
                Optional.ofNullable(links.get(person.id())));
    }

    private synchronized Set<DeskPart> take(ServerMessage message) {
        return switch (message) {
            case Knocking knocking -> {
                waiting = knocking.people();
                yield EnumSet.of(DeskPart.WAITING);
            }
            case ParticipantJoined(Participant person) -> changed(person);
            case ParticipantChanged(Participant person) -> changed(person);
            case ParticipantLeft(String person) -> left(person);
            case Hands raised -> {
                hands.clear();
                raised.hands().forEach(hand -> hands.put(hand.participant(), Instant.ofEpochMilli(hand.since())));
                yield EnumSet.of(DeskPart.PEOPLE);
            }
            case HandChanged hand -> hand(hand);
            case Speaking heard -> heard(heard.participant(), heard.speaking());
            case LinkReported(String person, LinkQuality link) -> {
                links.put(person, link);
                yield EnumSet.of(DeskPart.PEOPLE);
            }
            case RoomState state -> {
                room = state;
                yield EnumSet.of(DeskPart.RULES, DeskPart.PEOPLE);
            }
            case BreakoutState state -> {
                breakout = state;
                breakoutAt = clock.instant();
                yield EnumSet.of(DeskPart.BREAKOUT);
            }
            case Polls all -> {
                polls.clear();
                all.polls().forEach(poll -> polls.put(poll.id(), poll));
                yield EnumSet.of(DeskPart.POLLS);
            }
            case PollChanged(Poll poll) -> {
                polls.put(poll.id(), poll);
                yield EnumSet.of(DeskPart.POLLS);
            }
            case PollDeleted(String poll) -> {
                polls.remove(poll);
                yield EnumSet.of(DeskPart.POLLS);
            }
            case TimerState state -> {
                timer = new DeskView.TimerAt(state, clock.instant());
                yield EnumSet.of(DeskPart.TIMER);
            }
            default -> EnumSet.noneOf(DeskPart.class);
        };
    }

    private Set<DeskPart> changed(Participant person) {
        Participant before = people.put(person.id(), person);
        boolean ownRole = person.id().equals(self) && (before == null || before.role() != person.role());
        return ownRole
                ? EnumSet.of(DeskPart.PEOPLE, DeskPart.BREAKOUT, DeskPart.DESK)
                : EnumSet.of(DeskPart.PEOPLE, DeskPart.BREAKOUT);
    }

    private Set<DeskPart> left(String person) {
        people.remove(person);
        for (Map<String, ?> known : List.of(hands, spoken, speaking, links)) {
            known.remove(person);
        }
        return EnumSet.of(DeskPart.PEOPLE, DeskPart.BREAKOUT);
    }

    private Set<DeskPart> hand(HandChanged hand) {
        if (hand.since() == null) {
            hands.remove(hand.participant());
        } else {
            hands.put(hand.participant(), Instant.ofEpochMilli(hand.since()));
        }
        return EnumSet.of(DeskPart.PEOPLE);
    }

    /** Adds up speaking times when a participant stops to speak. */
    private Set<DeskPart> heard(String person, boolean speaks) {
        Instant now = clock.instant();
        if (speaks) {
            speaking.putIfAbsent(person, now);
            return EnumSet.noneOf(DeskPart.class);
        }
        Instant since = speaking.remove(person);
        if (since == null) {
            return EnumSet.noneOf(DeskPart.class);
        }
        spoken.merge(person, Duration.between(since, now), Duration::plus);
        return EnumSet.of(DeskPart.PEOPLE);
    }
}
