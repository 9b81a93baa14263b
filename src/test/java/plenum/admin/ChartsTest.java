package plenum.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("admin")
class ChartsTest {
    private static final Pulse.Sample NOON = new Pulse.Sample(
            Instant.parse("2026-11-30T12:00:00Z"), 7, 2, Map.of("a:8888", 20.0, "b:8888", 60.0), 1, 3, 5_000_000);

    @Test
    void aLineForEachServerHasItsNameAndColour() throws Exception {
        JsonNode chart = new JsonMapper()
                .readTree(Charts.lines(
                        List.of("12:00"),
                        List.of(NOON),
                        new TreeMap<>(Map.of(
                                "a:8888", sample -> sample.loads().get("a:8888"),
                                "b:8888", sample -> sample.loads().get("b:8888")))));
        JsonNode sets = chart.at("/data/datasets");
        assertThat(sets).hasSize(2);
        assertThat(sets.at("/0/label").asText()).isEqualTo("a:8888");
        assertThat(sets.at("/1/data/0").asDouble()).isEqualTo(60);
        assertThat(sets.at("/0/borderColor")).isNotEqualTo(sets.at("/1/borderColor"));
        assertThat(chart.at("/options/plugins/legend/display").asBoolean()).isTrue();
    }

    @Test
    void oneLineNeedsNoLegend() throws Exception {
        JsonNode chart = new JsonMapper()
                .readTree(Charts.lines(List.of("12:00"), List.of(NOON), Map.of("people", Pulse.Sample::people)));
        assertThat(chart.at("/options/plugins/legend/display").asBoolean()).isFalse();
        assertThat(chart.at("/data/datasets/0/data/0").asInt()).isEqualTo(7);
    }

    @Test
    void theLoadIsThatOfTheBusiestServer() {
        assertThat(NOON.load()).isEqualTo(60);
    }
}
