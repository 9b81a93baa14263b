package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class ProbationTest {
    private static final long SECOND = 1_000_000_000L;

    private final Probation probation = new Probation();

    @Test
    void isOverBeforeAnythingFailed() {
        assertThat(probation.isOver(0)).isTrue();
    }

    @Test
    void takesLongerEachTimeUpToALimit() {
        probation.failed(SECOND);
        assertThat(probation.isOver(4 * SECOND - 1)).isFalse();
        assertThat(probation.isOver(4 * SECOND)).isTrue();
        probation.failed(30 * SECOND);
        assertThat(probation.isOver(8 * SECOND - 1)).isFalse();
        for (int i = 31; i < 50; i++) {
            probation.failed(i * SECOND);
        }
        assertThat(probation.isOver(32 * SECOND - 1)).isFalse();
        assertThat(probation.isOver(32 * SECOND)).isTrue();
    }

    @Test
    void forgivesAfterAMinute() {
        probation.failed(SECOND);
        probation.failed(2 * SECOND);
        probation.failed(62 * SECOND);
        assertThat(probation.isOver(4 * SECOND)).isTrue();
    }
}
