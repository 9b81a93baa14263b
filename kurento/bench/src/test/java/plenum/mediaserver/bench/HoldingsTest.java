package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class HoldingsTest {
    private static final String METRICS = """
        # HELP objects Of clients.
        # TYPE objects gauge
        objects{class="MediaPipeline"} 1
        objects{class="WebRtcEndpoint"} 7
        objects_made 90
        peers 3
        """;

    @Test
    void addsTheSamplesOfAMetric() {
        assertThat(Holdings.sum(METRICS, "objects")).isEqualTo(8);
        assertThat(Holdings.sum(METRICS, "peers")).isEqualTo(3);
    }

    @Test
    void doesNotKnowWhatIsNotTold() {
        assertThat(Holdings.sum(METRICS, "sessions")).isNaN();
        assertThat(Holdings.sum("", "objects")).isNaN();
    }
}
