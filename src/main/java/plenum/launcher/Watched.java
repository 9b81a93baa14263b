package plenum.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The state of one supervised part: waiting, starting, ready, and waiting again when its process ends or is ended because it does not
 * answer. The first start must succeed. Later starts are tried without end, at once after a first death and with growing delays while it
 * keeps dying.
 */
final class Watched {

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    /** A process that ran for so long does not count as one that keeps dying. */
    private static final Duration STEADY = Duration.ofSeconds(30);
    /** Between two questions to a part that is ready. */
    private static final Duration ROUND = Duration.ofSeconds(5);
    /** Counted and not timed: a machine that slept has lost time, but none of its programs. */
    private static final int MOST_UNANSWERED = 6;

    private final Part part;
    private final Console console;
    private @Nullable ChildProcess process;
    private Instant nextStart;
    private Instant startedAt;
    private boolean ready;
    private boolean hasBeenReady;
    private int deaths;
    private Instant nextRound;
    private int unanswered;

    Watched(Part part, Console console, Instant now) {
        this.part = part;
        this.console = console;
        this.nextStart = now;
        this.startedAt = now;
        this.nextRound = now;
    }

    boolean hasBeenReady() {
        return hasBeenReady;
    }

    /** Does whatever is due. */
    void look(Instant now) {
        ChildProcess current = process;
        if (current == null) {
            if (!now.isBefore(nextStart)) {
                begin(now);
            }
        } else if (!current.isAlive()) {
            process = null;
            died(now, part.name() + " has ended unexpectedly");
        } else if (!ready) {
            lookWhetherReady(current, now);
        } else if (part.isReplacedWhenSilent() && !now.isBefore(nextRound)) {
            lookWhetherItAnswers(current, now);
        }
    }

    private void begin(Instant now) {
        startedAt = now;
        try {
            process = part.start();
        } catch (StartFailure e) {
            if (!hasBeenReady) {
                throw e;
            }
            died(now, e.sentences());
        }
    }

    private void lookWhetherReady(ChildProcess current, Instant now) {
        if (part.isReady()) {
            ready = true;
            hasBeenReady = true;
            unanswered = 0;
            nextRound = now.plus(ROUND);
            console.progress(part.name() + " is ready (" + seconds(Duration.between(startedAt, now)) + ")");
        } else if (Duration.between(startedAt, now).compareTo(part.patience()) > 0) {
            current.kill();
            process = null;
            died(now, part.name() + " did not become ready within " + seconds(part.patience()));
        }
    }

    private void lookWhetherItAnswers(ChildProcess current, Instant now) {
        nextRound = now.plus(ROUND);
        unanswered = part.answers() ? 0 : unanswered + 1;
        if (unanswered == MOST_UNANSWERED) {
            current.kill();
            process = null;
            died(now, part.name() + " has not answered for " + seconds(ROUND.multipliedBy(MOST_UNANSWERED)));
        }
    }

    private void died(Instant now, String what) {
        if (!hasBeenReady) {
            throw new StartFailure(what + ". " + part.advice());
        }
        boolean steady = ready && Duration.between(startedAt, now).compareTo(STEADY) > 0;
        deaths = steady ? 1 : deaths + 1;
        ready = false;
        nextStart = now.plus(delay());
        console.progress(what + "; starting it again" + (deaths == 1 ? "" : " in " + seconds(delay())));
    }

    private Duration delay() {
        if (deaths <= 1) {
            return Duration.ZERO;
        }
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(deaths - 2, 10));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }

    void stop(Duration patience) {
        part.retire();
        if (process != null) {
            process.stop(part.stopSignal(), patience);
            process = null;
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
