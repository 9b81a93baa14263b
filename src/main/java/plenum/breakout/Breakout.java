package plenum.breakout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plenum.conference.Circles;
import plenum.conference.Conference;
import plenum.conference.Participant;
import plenum.conference.StoredState;
import plenum.platform.Timers.Timer;
import plenum.protocol.BreakoutMessages;
import plenum.protocol.ServerMessage;

/**
 * The breakout rooms of one conference while it goes on. Each change of the plan is stored before anybody is told of it. After a crash, the
 * server that continues the conference reads the plan again: participants return to their rooms, and the timer continues. Belongs to the
 * conference's mailbox.
 */
final class Breakout {
    /** Before the end, everybody is told. */
    static final Duration WARNING = Duration.ofMinutes(1);
    /** Rooms that a crash left open for so long were left open by an earlier meeting. */
    static final Duration FORGOTTEN = Duration.ofHours(24);

    private final Conference conference;
    private final Breakouts store;
    private final StoredState<Plan> stored;
    private final InstantSource clock;
    private final Calls calls = new Calls();
    private final List<Timer> timers = new ArrayList<>();
    private int storing;
    /** As it is stored. */
    private Plan plan = Plan.NONE;
    /** With the changes that are being stored. */
    private Plan decided = Plan.NONE;

    Breakout(Conference conference, Breakouts store, InstantSource clock) {
        this.conference = conference;
        this.store = store;
        this.clock = clock;
        this.stored = new StoredState<>(conference.ledger(), () -> store.of(conference.id()), this::read);
    }

    /** Does something with the plan, when it is known; or else something other. */
    void whenKnown(Runnable then, Runnable unavailable) {
        stored.whenKnown(then, unavailable);
    }

    private void read(Plan found) {
        Instant longAgo = clock.instant().minus(FORGOTTEN);
        plan = found.openedAt().filter(longAgo::isAfter).isPresent() ? found.afresh() : found;
        decided = plan;
        schedule();
    }

    /** With all that is being stored. */
    Plan plan() {
        return decided;
    }

    Calls calls() {
        return calls;
    }

    Conference conference() {
        return conference;
    }

    /** Brings somebody up to date who comes in or comes back; who was away when their room was closed is in the main room. */
    void greet(Participant participant) {
        boolean homeless = participant
                .room()
                .filter(room -> !plan.isOpen() || plan.room(room).isEmpty())
                .isPresent();
        if (homeless) {
            move(List.of(participant), Optional.empty());
        }
        participant.send(state(participant));
    }

    /** Goes on with another plan, once it is stored. */
    void decide(Plan next, Runnable then, Runnable failed) {
        decided = next;
        storing++;
        conference
                .ledger()
                .ask(
                        () -> {
                            store.store(conference.id(), next);
                            return next;
                        },
                        stored -> {
                            plan = stored;
                            settle();
                            then.run();
                        },
                        () -> {
                            settle();
                            failed.run();
                        });
    }

    private void settle() {
        storing--;
        if (storing == 0) {
            decided = plan;
        }
    }

    void open(boolean choose, Optional<Duration> until, Runnable failed) {
        Instant now = clock.instant();
        boolean first = !decided.isOpen();
        Plan opened = decided.opened(choose, now, until.map(now::plus));
        decide(
                opened,
                () -> {
                    schedule();
                    tell();
                    if (first) {
                        bringToTheirRooms(circles().everybody());
                    }
                },
                failed);
    }

    /** Everybody comes back. Who has waited for that is not made to wait for a database that is away. */
    void close() {
        Plan closed = decided.closed();
        decide(closed, () -> gather(closed), () -> gather(closed));
    }

    private void gather(Plan closed) {
        plan = closed;
        decided = closed;
        schedule();
        calls.clear();
        move(circles().everybody(), Optional.empty());
        tell();
    }

    /** Moves those among them who belong into a room, if rooms are open. */
    void bringToTheirRooms(Collection<Participant> who) {
        if (!plan.isOpen()) {
            return;
        }
        for (Plan.Room room : plan.rooms()) {
            move(
                    who.stream()
                            .filter(one -> room.id().equals(plan.assigned().get(one.person())))
                            .toList(),
                    Optional.of(room.id()));
        }
    }

    void move(Collection<Participant> who, Optional<UUID> room) {
        List<Participant> going =
                who.stream().filter(one -> !one.room().equals(room)).toList();
        if (going.isEmpty()) {
            return;
        }
        int before = calls.of(conference).size();
        circles().move(going, room);
        if (room.isPresent() && going.stream().anyMatch(Participant::moderates)) {
            calls.end(room.get());
        }
        if (calls.of(conference).size() != before) {
            tell();
        }
    }

    /** Tells everybody how things are. */
    void tell() {
        circles().everybody().forEach(participant -> participant.send(state(participant)));
    }

    private ServerMessage state(Participant participant) {
        List<Map.Entry<UUID, String>> standing = calls.of(conference);
        return BreakoutWire.state(plan, standing, participant, clock.instant());
    }

    private void schedule() {
        timers.forEach(Timer::cancel);
        timers.clear();
        plan.endsAt().ifPresent(end -> {
            Duration left = Duration.between(clock.instant(), end);
            timers.add(conference.later(left.isNegative() ? Duration.ZERO : left, () -> endOf(end, this::close)));
            // also when it is to be in a minute from now, and storing that took a moment
            if (left.compareTo(WARNING.dividedBy(2)) > 0) {
                Duration until = left.minus(WARNING);
                timers.add(conference.later(until.isNegative() ? Duration.ZERO : until, () -> endOf(end, this::warn)));
            }
        });
    }

    /** A timer may have gone off just before it was cancelled. */
    private void endOf(Instant end, Runnable task) {
        if (plan.endsAt().filter(end::equals).isPresent()) {
            task.run();
        }
    }

    private void warn() {
        ServerMessage warning = new BreakoutMessages.BreakoutEnding((int) WARNING.toSeconds());
        circles().everybody().stream()
                .filter(participant -> participant.room().isPresent())
                .forEach(participant -> participant.send(warning));
    }

    /** The conference is over: rooms stay prepared by name, and nobody finds in them what was said this time. */
    void end() {
        timers.forEach(Timer::cancel);
        if (stored.isKnown() && !decided.rooms().isEmpty()) {
            decide(decided.afresh(), () -> {}, () -> {});
        }
    }

    private Circles circles() {
        return conference.circles();
    }
}
