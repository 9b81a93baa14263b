package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, too short to say anything about speed: what is measured is there and adds up. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BenchRunTest {
    private static final List<String> SMALL =
            List.of("--publishers", "2", "--viewers", "3", "--warm-up", "1", "--seconds", "2", "--floor", "1");

    @Test
    void measuresTheMediaServerAndTheFloor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("media.json");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Report report =
                MediaBench.measure(BenchOptions.parse(SMALL), new PrintStream(printed, true, StandardCharsets.UTF_8));
        report.writeJson(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("forwardedPackets").longValue()).isPositive();
        for (String figure : List.of(
                "cpuMicrosPerForwardedPacket",
                "floorMicrosPerForwardedPacket",
                "ratioToFloor",
                "forwardedPacketsPerSecondAndCore",
                "allocatedBytesPerForwardedPacket",
                "residentMegabytes",
                "latencyMillisP50",
                "latencyMillisP99",
                "joinMillisP50",
                "joinMillisP95",
                "viewerJoinMillisP95",
                "threads")) {
            assertThat(json.get(figure).doubleValue()).as(figure).isPositive();
        }
        assertThat(json.get("lostPackets").longValue()).isZero();
        assertThat(json.has("pauseMillisP999")).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("2 publishers, 3 viewers: 6 streams out");
    }
}
