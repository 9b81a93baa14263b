package plenum.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WrongGuessesTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final WrongGuesses guesses = new WrongGuesses(now::get);

    @Test
    void stopsWhoeverGuessesWronglyTooOftenAndNobodyElse() {
        for (int i = 0; i < WrongGuesses.AT_ONCE; i++) {
            assertThat(guesses.mayGuess("a")).isTrue();
            guesses.wrong("a");
        }
        assertThat(guesses.mayGuess("a")).isFalse();
        assertThat(guesses.mayGuess("b")).isTrue();
    }

    @Test
    void letsThemTryAgainAfterAWhile() {
        for (int i = 0; i < 100; i++) {
            guesses.wrong("a");
        }
        now.updateAndGet(then -> then.plus(WrongGuesses.REFILL));
        assertThat(guesses.mayGuess("a")).isTrue();
    }
}
