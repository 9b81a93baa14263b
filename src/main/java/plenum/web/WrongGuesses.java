package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import plenum.platform.Throttle;

/**
 * Who guessed meeting addresses wrongly, how often: a code has ten digits only, and must not be found by trying. Right ones cost nothing,
 * so that a whole school class behind one address gets in.
 */
@ApplicationScoped
public class WrongGuesses {
    static final int AT_ONCE = 10;
    static final Duration REFILL = Duration.ofSeconds(6);

    private final Throttle throttle;

    WrongGuesses() {
        this(InstantSource.system());
    }

    WrongGuesses(InstantSource clock) {
        throttle = new Throttle(AT_ONCE, REFILL, clock);
    }

    /** Whether this address may try again now. */
    boolean mayGuess(String guesser) {
        return throttle.allows(guesser);
    }

    /** Counts a wrong guess. */
    void wrong(String guesser) {
        throttle.tryTake(guesser);
    }
}
