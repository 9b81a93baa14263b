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
import plenum.meeting.Attendance;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Caller;
import plenum.meeting.Meeting;
import plenum.meeting.MeetingLetters;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordGate;
import plenum.meeting.Role;
import plenum.platform.Throttle;
import plenum.platform.Timers;
import plenum.protocol.Outbox;
import plenum.protocol.SessionMessages.Join;
import plenum.protocol.SessionMessages.Refused;

/**
 * Brings people from a socket with a name to the door of a conference: finds the meeting, asks for its password, and stores their place.
 * Blocks on the database; throws what that throws, and {@link Turnstile.Closed}.
 */
public final class Entrance {
    /** Wrong passwords are answered this long after they came, or a multiple of it: no stopwatch tells why one was wrong. */
    private static final Duration WRONG_TAKES = Duration.ofSeconds(1);

    /** Half of the pool of connections: the other half is for what happens in meetings. */
    private static final int AT_ONCE = 16;
    /** As long as tabs wait for a sign of life. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Meetings meetings;
    private final Attendances attendances;
    private final Blocks blocks;
    private final PasswordGate passwords;
    private final Conferences conferences;
    private final Timers timers;
    private final InstantSource clock;
    private final Throttle guesses;
    private final Throttle joins;
    private final Turnstile database;

    public Entrance(
            Meetings meetings,
            Attendances attendances,
            Blocks blocks,
            PasswordGate passwords,
            Conferences conferences,
            Timers timers,
            InstantSource clock) {
        this.meetings = meetings;
        this.attendances = attendances;
        this.blocks = blocks;
        this.passwords = passwords;
        this.conferences = conferences;
        this.timers = timers;
        this.clock = clock;
        this.guesses = new Throttle(20, Duration.ofSeconds(3), clock);
        // a school comes from one address, and comes back at once after a restart
        this.joins = new Throttle(500, Duration.ofMillis(200), clock);
        this.database = new Turnstile(AT_ONCE, PATIENCE, timers, clock);
    }

    /** @param decided called, in the conference's mailbox, when the visitor is in or waits; else the outbox is finished with a reason */
    void enter(String letters, Visitor visitor, Join join, Outbox outbox, Consumer<Admission> decided) {
        Instant came = clock.instant();
        if (!guesses.allows(visitor.address()) || !joins.tryTake(visitor.address())) {
            refuse(outbox, Refused.Reason.THROTTLED);
            return;
        }
        Runnable slow = () -> refuse(outbox, Refused.Reason.UNAVAILABLE);
        Looked looked = database.through(() -> look(letters, visitor, join), slow);
        Optional<Meeting> found = looked.meeting();
        Optional<Known> known = looked.known();
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
            Coming coming = new Coming(visitor, join, outbox);
            Supplier<Optional<Arrival>> placed = () -> place(found.get(), name.get(), known, coming);
            boolean isStored = known.flatMap(Known::place).isPresent();
            (isStored ? placed.get() : database.through(placed, slow))
                    .ifPresent(arrival -> conferences.enter(found.get(), arrival, admission -> {
                        if (admission instanceof Admission.Refused(Refused.Reason reason)) {
                            refuse(outbox, reason);
                        }
                        decided.accept(admission);
                    }));
        }
    }

    private Looked look(String letters, Visitor visitor, Join join) {
        Optional<Meeting> found = MeetingLetters.parse(letters).flatMap(meetings::byLetters);
        return new Looked(found, found.flatMap(meeting -> known(meeting, visitor, join)));
    }

    /** Empty when they were sent away. */
    private Optional<Arrival> place(Meeting meeting, DisplayName name, Optional<Known> known, Coming coming) {
        Caller caller = new Caller(coming.visitor.browser(), coming.visitor.address());
        Blocks.Standing standing = known.isPresent() ? Blocks.Standing.CLEAR : blocks.of(meeting, caller);
        if (standing == Blocks.Standing.BLOCKED) {
            refuse(coming.outbox, Refused.Reason.BLOCKED);
            return Optional.empty();
        }
        Attendances.Taken place = known.map(Known::place)
                .orElseGet(() -> Optional.of(attendances.take(meeting, name.text(), Role.PARTICIPANT)))
                .orElseGet(() -> attendances.take(meeting, name.text(), Role.CREATOR));
        Arrival.Kind kind = known.isPresent() ? Arrival.Kind.KNOWN : Arrival.Kind.NEWCOMER;
        return Optional.of(new Arrival(
                place.attendance(),
                place.resumeToken(),
                coming.visitor.site() + "/m/" + meeting.letters(),
                coming.join.microphone(),
                coming.join.camera(),
                coming.outbox,
                caller,
                standing == Blocks.Standing.SUSPECT ? Arrival.Kind.SUSPECT : kind));
    }

    /** Whoever proves to have been let in before, or to have made the meeting, is asked for nothing more. */
    private Optional<Known> known(Meeting meeting, Visitor visitor, Join join) {
        if (join.resume() != null) {
            Optional<Attendance> held = attendances.byToken(meeting, join.resume());
            if (held.isPresent()) {
                return Optional.of(new Known(Optional.of(new Attendances.Taken(held.get(), join.resume()))));
            }
        }
        if (join.device() != null) {
            Optional<Attendance> first = attendances.byDeviceLink(meeting, join.device());
            if (first.isPresent()) {
                return Optional.of(new Known(Optional.of(attendances.takeForDevice(first.get()))));
            }
        }
        String creatorToken = visitor.creatorTokens().get(meeting.letters().text());
        boolean creator = creatorToken != null && meetings.isCreator(meeting, creatorToken);
        return creator ? Optional.of(new Known(Optional.empty())) : Optional.empty();
    }

    private void refuseLater(Outbox outbox, Instant came) {
        long step = WRONG_TAKES.toMillis();
        long taken = Duration.between(came, clock.instant()).toMillis();
        timers.after(Duration.ofMillis(step - taken % step), () -> refuse(outbox, Refused.Reason.WRONG_PASSWORD));
    }

    private static void refuse(Outbox outbox, Refused.Reason reason) {
        outbox.finish(new Refused(reason));
    }

    /**
     * Somebody who is no stranger.
     *
     * @param place theirs; empty for the creator, who gets a new one
     */
    private record Known(Optional<Attendances.Taken> place) {}

    /** What is stored of a link and of who shows it. */
    private record Looked(Optional<Meeting> meeting, Optional<Known> known) {}

    /** One socket's wish to come in. */
    private record Coming(Visitor visitor, Join join, Outbox outbox) {}
}
