package plenum.mediaserver.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rtp")
class SequenceTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "65535, 0, 1", "0, 65535, -1", "65530, 5, 11", "5, 65530, -11"})
    void measuresDistanceAcrossTheWrap(int from, int to, int distance) {
        assertThat(Sequence.distance(from, to)).isEqualTo(distance);
    }

    @Test
    void unwrapsForwardsAndBackwards() {
        SequenceUnwrapper unwrapper = new SequenceUnwrapper();
        long first = unwrapper.unwrap(65_534);

        assertThat(unwrapper.unwrap(65_535)).isEqualTo(first + 1);
        assertThat(unwrapper.unwrap(1)).isEqualTo(first + 3);
        assertThat(unwrapper.unwrap(0)).isEqualTo(first + 2);
        assertThat(unwrapper.highest()).isEqualTo(first + 3);
    }

    @Test
    void givesPositiveNumbersToWhatComesBeforeTheFirst() {
        SequenceUnwrapper unwrapper = new SequenceUnwrapper();
        unwrapper.unwrap(0);

        assertThat(unwrapper.unwrap(65_000)).isPositive();
    }
}
