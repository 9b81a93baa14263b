package plenum.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("job")
class RetriesTest {
    private final Retries retries = new Retries(5, Duration.ofSeconds(10), 3, Duration.ofMinutes(2));

    @Test
    void pausesGetLongerUpToALimit() {
        List<Long> seconds = IntStream.rangeClosed(1, 5)
                .mapToObj(failures -> retries.delayAfter(failures).toSeconds())
                .toList();
        assertThat(seconds).containsExactly(10L, 30L, 90L, 120L, 120L);
    }

    @Test
    void aThousandFailuresDoNotOverflow() {
        assertThat(retries.delayAfter(1000)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(retries.isOver(4)).isFalse();
        assertThat(retries.isOver(5)).isTrue();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new Retries(0, Duration.ZERO, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Retries(1, Duration.ofHours(2), 1, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
