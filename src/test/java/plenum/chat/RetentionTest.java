package plenum.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;

@Tag("chat")
class RetentionTest {
    private final FakeTimers time = new FakeTimers();
    private final List<Instant> forgotten = new ArrayList<>();

    @Test
    void deletesSoonAndThenAgainAndAgain() {
        Instant start = time.instant();
        retention(Duration.ofHours(2)).start();
        time.pass(Duration.ofMinutes(1));
        assertThat(forgotten).containsExactly(start.plus(Duration.ofMinutes(1)).minus(Duration.ofHours(2)));
        time.pass(Retention.EVERY);
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void aStoreThatFailsIsTriedAgainAndHoldsNothingUp() {
        new Retention(
                        Duration.ofHours(2),
                        List.of(
                                before -> {
                                    throw new IllegalStateException("the database is away");
                                },
                                this::forget),
                        time,
                        time,
                        Runnable::run)
                .start();
        time.pass(Retention.EVERY);
        assertThat(forgotten).hasSize(2);
    }

    @Test
    void keepsForEverWhereThatIsWanted() {
        retention(Duration.ZERO).start();
        time.pass(Duration.ofDays(1));
        assertThat(forgotten).isEmpty();
    }

    private Retention retention(Duration kept) {
        return new Retention(kept, List.of(this::forget), time, time, Runnable::run);
    }

    private int forget(Instant before) {
        forgotten.add(before);
        return 1;
    }
}
