package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/** Who guessed meeting addresses wrongly, how often: a code has ten digits only, and must not be found by trying. */
@ApplicationScoped
public class WrongGuesses {
    static final int ALLOWED = 10;
    static final Duration WINDOW = Duration.ofMinutes(1);

    /** Above this many addresses the finished windows are swept. */
    private static final int SWEEP_AT = 10_000;

    private final InstantSource clock;
    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();

    WrongGuesses() {
        this(InstantSource.system());
    }

    WrongGuesses(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether this address may try again now. */
    boolean mayGuess(String guesser) {
        Window window = windows.get(guesser);
        return window == null || window.count < ALLOWED || window.isOver(clock.instant());
    }

    /** Counts a wrong guess. */
    void wrong(String guesser) {
        Instant now = clock.instant();
        if (windows.size() > SWEEP_AT) {
            windows.values().removeIf(window -> window.isOver(now));
        }
        windows.compute(
                guesser,
                (key, window) -> window == null || window.isOver(now)
                        ? new Window(now, 1)
                        : new Window(window.start, window.count + 1));
    }

    private record Window(Instant start, int count) {
        boolean isOver(Instant now) {
            return now.isAfter(start.plus(WINDOW));
        }
    }
}
