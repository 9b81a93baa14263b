package plenum.mediaserver.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("flow")
class TemporalFilterTest {
    private final TemporalFilter filter = new TemporalFilter();

    @Test
    void leavesOutAtOnceAndAddsWhereItCanBeDecoded() {
        filter.begin(2);
        assertThat(filter.passes(0, true, 0, 2)).isTrue();
        assertThat(filter.passes(2, false, 1, 2)).isTrue();

        assertThat(filter.passes(2, false, 2, 1)).isFalse();
        assertThat(filter.passes(1, false, 3, 1)).isTrue();
        assertThat(filter.passes(1, false, 4, 0)).isFalse();

        assertThat(filter.passes(1, false, 5, 2)).isFalse();
        assertThat(filter.passes(2, false, 6, 2)).isFalse();
        assertThat(filter.passes(1, true, 7, 2)).isTrue();
        assertThat(filter.passes(2, true, 8, 2)).isTrue();
    }

    @Test
    void treatsAllPacketsOfAFrameAlike() {
        filter.begin(2);
        assertThat(filter.passes(2, false, 9, 2)).isTrue();
        assertThat(filter.passes(2, false, 9, 0)).isTrue();
        assertThat(filter.passes(2, false, 10, 0)).isFalse();
        assertThat(filter.passes(2, true, 10, 2)).isFalse();
    }
}
