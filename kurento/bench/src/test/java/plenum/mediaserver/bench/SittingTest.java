package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class SittingTest {
    private final Sitting sitting = new Sitting();

    private static Report run(double cost, long lost) {
        return new Report().with("cpuMicrosPerForwardedPacket", cost).with("lostPackets", lost);
    }

    @Test
    void tellsTheMedianWithTheLeastAndTheMost() {
        for (double cost : new double[] {4.9, 5.1, 4.7, 30, 5.0}) {
            sitting.add(Scenario.TEN_BY_SIXTY, run(cost, 0));
        }
        sitting.add(Scenario.ONE_BY_THOUSAND, run(123.4, 7));

        assertThat(sitting.asMarkdown().lines())
                .startsWith(
                        "| publishers × viewers | 10 × 60 | 1 × 1000 |",
                        "|---|---|---|",
                        "| cpuMicrosPerForwardedPacket | 5 (4.70–30) | 123 |")
                .contains("| lostPackets | 0 | 7 |", "| threads | - | - |");
        assertThat(sitting.runsPerScenario()).isEqualTo("1 or 5 runs each");
    }

    @Test
    void leavesOutWhatARunCouldNotMeasure() {
        sitting.add(Scenario.TEN_BY_TEN, run(Double.NaN, 0));
        sitting.add(Scenario.TEN_BY_TEN, run(6.5, 0));

        assertThat(sitting.asMarkdown()).contains("| cpuMicrosPerForwardedPacket | 6.50 |");
    }

    @Test
    void everyScenarioIsOneThatTheBenchTakes() throws Exception {
        for (Scenario scenario : Scenario.values()) {
            BenchOptions options = BenchOptions.parse(scenario.arguments());
            assertThat(options.publishers() + " × " + options.viewers()).isEqualTo(scenario.title());
        }
    }
}
