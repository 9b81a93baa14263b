package plenum.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.conference.FakeTimers;

/** Much that happens at once is told once. */
@Tag("person")
class OnceASecondTest {
    private final FakeTimers time = new FakeTimers();
    private final List<UUID> done = new ArrayList<>();
    private final OnceASecond once = new OnceASecond(time, done::add);
    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @Test
    void theFirstIsAtOnceAndTheRestTogether() {
        for (int i = 0; i < 50; i++) {
            once.ask(ada);
        }
        assertThat(done).containsExactly(ada);
        time.pass(Duration.ofMillis(999));
        assertThat(done).hasSize(1);
        time.pass(Duration.ofMillis(1));
        assertThat(done).containsExactly(ada, ada);
        time.pass(Duration.ofMinutes(1));
        assertThat(done).hasSize(2);
    }

    @Test
    void neverMoreThanOnceASecond() {
        for (int i = 0; i < 100; i++) {
            once.ask(ada);
            time.pass(Duration.ofMillis(100));
        }
        assertThat(done).hasSizeBetween(10, 11);
    }

    @Test
    void nobodyWaitsForAnother() {
        once.ask(ada);
        once.ask(bob);
        assertThat(done).containsExactly(ada, bob);
    }

    @Test
    void nothingIsLeftOfThoseForWhomNothingHappens() {
        once.ask(ada);
        once.ask(ada);
        once.ask(bob);
        assertThat(once.resting()).isEqualTo(2);
        time.pass(Duration.ofSeconds(2));
        assertThat(once.resting()).isZero();
        once.ask(ada);
        assertThat(done).containsExactly(ada, bob, ada, ada);
    }
}
