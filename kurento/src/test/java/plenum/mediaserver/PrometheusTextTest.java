package plenum.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("mediaserver")
class PrometheusTextTest {
    @Test
    void writesFamiliesWithTheirSamples() {
        String text = new PrometheusText()
                .counter("packets_total", "Packets.")
                .sample(3, "direction", "in", "kind", "audio")
                .sample(1e15, "direction", "out", "kind", "audio")
                .gauge("load", "Load.")
                .sample(0.25)
                .toString();

        assertThat(text).isEqualTo("""
            # HELP packets_total Packets.
            # TYPE packets_total counter
            packets_total{direction="in",kind="audio"} 3
            packets_total{direction="out",kind="audio"} 1000000000000000.000000
            # HELP load Load.
            # TYPE load gauge
            load 0.250000
            """);
    }

    @Test
    void escapesLabels() {
        assertThat(new PrometheusText()
                        .gauge("g", "G.")
                        .sample(1, "l", "a\\b\"c\nd")
                        .toString())
                .endsWith("g{l=\"a\\\\b\\\"c\\nd\"} 1\n");
    }
}
