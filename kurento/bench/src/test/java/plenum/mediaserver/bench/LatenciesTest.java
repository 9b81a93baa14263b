package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("bench")
class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void knowsNothingWithoutSamples() {
        assertThat(latencies.count()).isZero();
        assertThat(latencies.millisAt(0.5)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000, 37_500, 1_000_000, 999_999_999, 60_000_000_000L})
    void keepsADurationToTwoPercent(long nanos) {
        latencies.add(nanos);

        assertThat(latencies.millisAt(0.5)).isCloseTo(nanos / 1e6, Percentage.withPercentage(2.3));
        assertThat(latencies.millisAt(1)).isEqualTo(latencies.millisAt(0.5));
    }

    @Test
    void ranksSamples() {
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.add(millis * 1_000_000L);
        }

        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.millisAt(0.50)).isCloseTo(500, within(12.0));
        assertThat(latencies.millisAt(0.95)).isCloseTo(950, within(22.0));
        assertThat(latencies.millisAt(0.99)).isCloseTo(990, within(23.0));
        assertThat(latencies.millisAt(0)).isCloseTo(1, within(0.03));
    }

    @Test
    void oneSlowSampleInAThousandIsNotInTheNinetyNinth() {
        for (int i = 0; i < 999; i++) {
            latencies.add(1_000_000);
        }
        latencies.add(500_000_000);

        assertThat(latencies.millisAt(0.99)).isCloseTo(1, within(0.03));
        assertThat(latencies.millisAt(1)).isCloseTo(500, within(12.0));
    }

    @Test
    void addsUpWhatSeveralSaw() {
        Latencies other = new Latencies();
        latencies.add(1_000_000);
        other.add(9_000_000);
        other.add(9_000_000);

        latencies.addAll(other);

        assertThat(latencies.count()).isEqualTo(3);
        assertThat(latencies.millisAt(0.5)).isCloseTo(9, within(0.3));
    }

    @Test
    void takesWhatNoClockShouldSay() {
        latencies.add(-5);
        latencies.add(0);
        latencies.add(Long.MAX_VALUE);

        assertThat(latencies.count()).isEqualTo(3);
        assertThat(latencies.millisAt(0.5)).isLessThan(0.001);
        assertThat(latencies.millisAt(1)).isGreaterThan(60_000);
    }
}
