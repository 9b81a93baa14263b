package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ingress")
class DeadlinesTest {
    private Instant now = Instant.EPOCH;
    private final Deadlines deadlines = new Deadlines(() -> now);
    private final List<String> overdue = new ArrayList<>();

    @Test
    void tellsOnceOfWhatIsNotDoneInTime() {
        Deadlines.Watch done = deadlines.watch(Duration.ofSeconds(5), () -> overdue.add("done"));
        deadlines.watch(Duration.ofSeconds(5), () -> overdue.add("slow"));
        deadlines.watch(Duration.ofSeconds(50), () -> overdue.add("later"));
        done.close();

        now = now.plusSeconds(5);
        deadlines.look();
        assertThat(overdue).isEmpty();

        now = now.plusSeconds(1);
        deadlines.look();
        deadlines.look();
        assertThat(overdue).containsExactly("slow");
    }
}
