package plenum.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;

@Tag("platform")
class RetentionTest {
    private final FakeTimers time = new FakeTimers();
    private final List<Instant> asked = new ArrayList<>();
    private int stored;

    @Test
    void deletesSoonAndThenAgainAndAgain() {
        Instant start = time.instant();
        retention().delete("notes", Duration.ofHours(2), this::forget).start();
        time.pass(Duration.ofMinutes(1));
        assertThat(asked).containsExactly(start.plus(Duration.ofMinutes(1)).minus(Duration.ofHours(2)));
        time.pass(Retention.EVERY);
        assertThat(asked).hasSize(2);
    }

    @Test
    void goesOnInBatchesUntilNothingIsLeft() {
        stored = 2_500;
        retention().delete("notes", Duration.ofHours(2), this::forget).start();
        time.pass(Duration.ofMinutes(1));
        assertThat(stored).isZero();
        assertThat(asked).hasSize(4);
    }

    @Test
    void leavesWhatIsTooMuchToTheNextSweep() {
        stored = 1_000 * (Retention.BATCHES + 1);
        retention().delete("notes", Duration.ofHours(2), this::forget).start();
        time.pass(Duration.ofMinutes(1));
        assertThat(stored).isEqualTo(1_000);
        time.pass(Retention.EVERY);
        assertThat(stored).isZero();
    }

    @Test
    void aStoreThatFailsIsTriedAgainAndHoldsNothingUp() {
        retention()
                .delete("broken", Duration.ofHours(2), before -> {
                    throw new IllegalStateException("the database is away");
                })
                .delete("notes", Duration.ofHours(2), this::forget)
                .start();
        time.pass(Retention.EVERY);
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsForEverWhereThatIsWanted() {
        retention().delete("notes", Duration.ZERO, this::forget).start();
        time.pass(Duration.ofDays(1));
        assertThat(asked).isEmpty();
    }

    @Test
    void deletesNothingAsLongAsItIsNotKnownWhatIsInUse() {
        boolean[] away = {true};
        retention()
                .before(() -> {
                    if (away[0]) {
                        throw new IllegalStateException("the database is away");
                    }
                })
                .delete("notes", Duration.ofHours(2), this::forget)
                .start();
        time.pass(Duration.ofMinutes(5));
        assertThat(asked).isEmpty();
        away[0] = false;
        time.pass(Retention.EVERY);
        assertThat(asked).hasSize(1);
    }

    private Retention retention() {
        return new Retention(time, time, Runnable::run);
    }

    private int forget(Instant before) {
        asked.add(before);
        int batch = Math.min(stored, 1_000);
        stored -= batch;
        return batch;
    }
}
