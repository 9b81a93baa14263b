package plenum.signaling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plenum.account.DisplayName;
import plenum.conference.Admission;
import plenum.conference.Arrival;
import plenum.conference.Conferences;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.Member;
import plenum.meeting.PasswordGate;
import plenum.platform.Throttle;
import plenum.platform.Timers;
import plenum.protocol.Outbox;
import plenum.protocol.SessionMessages.Join;
import plenum.protocol.SessionMessages.Refused;
import plenum.signaling.Placement.Coming;
import plenum.signaling.Recognition.Known;

/**
 * Admits the person behind a socket to a conference: finds the meeting, checks its password, and stores a place. Blocks on the database;
 * throws what that throws, and {@link Turnstile.Closed}.
 */
public final class Entrance {
    /** Wrong passwords are answered this long after they came, or a multiple of it: no stopwatch tells why one was wrong. */
    private static final Duration WRONG_TAKES = Duration.ofSeconds(1);

    /** Half of the pool of connections: the other half is for what happens in meetings. */
    private static final int AT_ONCE = 16;
    /** As long as tabs wait for a sign of life. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Meetings meetings;
    private final Recognition recognition;
    private final Placement placement;
    private final PasswordGate passwords;
    private final Conferences conferences;
    private final Timers timers;
    private final InstantSource clock;
    private final Throttle guesses;
    private final Throttle joins;
    private final Turnstile database;

    public Entrance(
            Meetings meetings,
            Recognition recognition,
            Placement placement,
            PasswordGate passwords,
            Conferences conferences,
            Timers timers,
            InstantSource clock) {
        this.meetings = meetings;
        this.recognition = recognition;
        this.placement = placement;
        this.passwords = passwords;
        this.conferences = conferences;
        this.timers = timers;
        this.clock = clock;
        this.guesses = new Throttle(20, Duration.ofSeconds(3), clock);
        // a school comes from one address, and comes back at once after a restart
        this.joins = new Throttle(500, Duration.ofMillis(200), clock);
        this.database = new Turnstile(AT_ONCE, PATIENCE, timers, clock);
    }

    /** Hears what becomes of somebody who comes. */
    interface Listener {
        /** They are signed in; called first. */
        void identified(Member member);

        /** They are in, or wait; called in the conference's mailbox. Else the outbox is finished with a reason. */
        void decided(Admission admission);
    }

    void enter(String letters, Visitor visitor, Join join, Outbox outbox, Listener listener) {
        Instant came = clock.instant();
        if (!guesses.allows(visitor.address()) || !joins.tryTake(visitor.address())) {
            refuse(outbox, Refused.Reason.THROTTLED);
            return;
        }
        Looked looked =
                database.through(() -> look(letters, visitor, join), () -> refuse(outbox, Refused.Reason.UNAVAILABLE));
        Optional<Meeting> found = looked.meeting();
        Optional<Known> known = looked.known();
        looked.member().ifPresent(listener::identified);
        if (found.isEmpty()) {
            guesses.tryTake(visitor.address());
        }
        if (known.isEmpty()) {
            switch (passwords.check(found, visitor.address(), join.password())) {
                case OPEN -> {}
                case ASKED -> {
                    refuse(outbox, Refused.Reason.PASSWORD_NEEDED);
                    return;
                }
                case BUSY -> {
                    refuse(outbox, Refused.Reason.UNAVAILABLE);
                    return;
                }
                case WRONG -> {
                    refuseLater(outbox, came);
                    return;
                }
            }
        }
        Optional<DisplayName> name = DisplayName.parse(join.name());
        if (found.isEmpty()) {
            refuse(outbox, Refused.Reason.NOT_FOUND);
        } else if (name.isEmpty()) {
            refuse(outbox, Refused.Reason.BAD_NAME);
        } else {
            place(
                    found.get(),
                    name.get(),
                    known,
                    new Coming(visitor, join, outbox, looked.member()),
                    listener::decided);
        }
    }

    private void place(
            Meeting meeting, DisplayName name, Optional<Known> known, Coming coming, Consumer<Admission> decided) {
        if (!known.map(Known::passesLock).orElse(false)) {
            Optional<Refused.Reason> sentAway = conferences.turnsAway(meeting);
            if (sentAway.isPresent()) {
                refuse(coming.outbox(), sentAway.get());
                return;
            }
        }
        Supplier<Placement.Outcome> placed = () -> placement.place(meeting, name, known, coming);
        boolean isStored = known.filter(Known.Back.class::isInstance).isPresent();
        switch (isStored
                ? placed.get()
                : database.through(placed, () -> refuse(coming.outbox(), Refused.Reason.UNAVAILABLE))) {
            case Placement.Outcome.Refused(Refused.Reason reason) -> refuse(coming.outbox(), reason);
            case Placement.Outcome.Placed(Arrival arrival) -> bringToTheDoor(meeting, arrival, decided);
        }
    }

    private void bringToTheDoor(Meeting meeting, Arrival arrival, Consumer<Admission> decided) {
        conferences.enter(meeting, arrival, admission -> {
            if (admission instanceof Admission.Refused(Refused.Reason reason)) {
                refuse(arrival.outbox(), reason);
            }
            decided.accept(admission);
        });
    }

    private Looked look(String letters, Visitor visitor, Join join) {
        Optional<Meeting> found = MeetingLetters.parse(letters).flatMap(meetings::byLetters);
        Optional<Member> member = recognition.member(visitor, found);
        return new Looked(found, found.flatMap(meeting -> recognition.of(meeting, visitor, join, member)), member);
    }

    private void refuseLater(Outbox outbox, Instant came) {
        long step = WRONG_TAKES.toMillis();
        long taken = Duration.between(came, clock.instant()).toMillis();
        timers.after(Duration.ofMillis(step - taken % step), () -> refuse(outbox, Refused.Reason.WRONG_PASSWORD));
    }

    private static void refuse(Outbox outbox, Refused.Reason reason) {
        outbox.finish(new Refused(reason));
    }

    /** The stored meeting of a link, and the person if they are recognised or signed in. */
    private record Looked(Optional<Meeting> meeting, Optional<Known> known, Optional<Member> member) {}
}
