package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.meeting.Attendances;
import plenum.meeting.Meetings;
import plenum.platform.Mailbox;
import plenum.platform.Timers;

/**
 * For how long a resume token is good. While the server lives: for as long as a conference holds the place, which is until the grace time after a
 * lost connection has passed. After a crash, or a restart: the places that were held until then can be resumed for one grace time more, counted
 * from the start of the new server, unless it was away for longer than {@link #LONGEST_OUTAGE}.
 *
 * <p>So that the next server knows which places were held, all of them are marked as seen every now and then. What nobody came back to is given
 * up, and a meeting whose last place ends so is over: its lock ends with it. Thread-safe; blocks on the database.
 */
public final class ResumeWindow implements Attendances.Freshness {
    /** Meetings do not go on by themselves after this. */
    static final Duration LONGEST_OUTAGE = Duration.ofMinutes(10);

    private static final int MARKS_IN_A_GRACE_TIME = 4;
    /** Rows of one statement. */
    private static final int BATCH = 1000;

    private static final Logger log = LoggerFactory.getLogger(ResumeWindow.class);

    private final Attendances attendances;
    private final Meetings meetings;
    private final HeldPlaces held;
    private final Duration grace;
    private final InstantSource clock;
    private final Instant started;
    private final AtomicBoolean waiting = new AtomicBoolean();
    /** Places that were seen since then were held when the server before this one ended; null: not read yet. */
    private @Nullable Instant heldSince;

    public ResumeWindow(
            Attendances attendances, Meetings meetings, HeldPlaces held, Duration grace, InstantSource clock) {
        this.attendances = attendances;
        this.meetings = meetings;
        this.held = held;
        this.grace = grace;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Begins to mark places, now and then. */
    public void start(Timers timers, Executor threads) {
        Mailbox marks = new Mailbox("resume window", threads);
        timers.every(period(), () -> {
            // a database that hangs must not find all marks of an hour at once
            if (waiting.compareAndSet(false, true)) {
                marks.post(this::mark);
            }
        });
    }

    private Duration period() {
        return grace.dividedBy(MARKS_IN_A_GRACE_TIME);
    }

    @Override
    public boolean isGood(UUID participant, Instant lastSeen) {
        return held.isHeld(participant) || (isOpen() && !lastSeen.isBefore(heldSince()));
    }

    /** Marks all places that are held as seen, and gives up those that nobody can come back to. */
    void mark() {
        waiting.set(false);
        try {
            Instant since =
                    isOpen() ? heldSince() : latest(started, clock.instant().minus(grace));
            List<UUID> all = held.all();
            for (int from = 0; from < all.size(); from += BATCH) {
                attendances.seen(all.subList(from, Math.min(all.size(), from + BATCH)), clock.instant());
            }
            List<UUID> over = attendances.giveUpUnseen(since, clock.instant());
            if (!over.isEmpty()) {
                meetings.unlock(over);
                log.info("{} meetings are over since nobody came back after a restart", over.size());
            }
        } catch (RuntimeException e) {
            log.warn("places could not be marked as held; that is tried again", e);
        }
    }

    /** Whether places of an earlier server may still be resumed. */
    private boolean isOpen() {
        return clock.instant().isBefore(started.plus(grace));
    }

    private synchronized Instant heldSince() {
        Instant known = heldSince;
        if (known == null) {
            known = attendances
                    .lastSeenBefore(started)
                    .filter(end -> !end.isBefore(started.minus(LONGEST_OUTAGE)))
                    // a mark may have failed, or have been under way
                    .map(end -> end.minus(period().multipliedBy(2)))
                    .orElse(started);
            heldSince = known;
        }
        return known;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
