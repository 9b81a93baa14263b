package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs, too short to say anything about speed: what is measured is there and adds up. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("bench")
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

    @Test
    void measuresHowPeopleComeIn() throws Exception {
        Report report = JoinBench.measure(
                JoinOptions.parse(List.of("--present", "3", "--single", "2", "--storm", "5", "--within", "1")),
                new PrintStream(OutputStream.nullOutputStream()));

        assertThat(report.value("joinMillisP95")).isPositive();
        assertThat(report.value("stormJoinMillisP95")).isBetween(1.0, 15_000.0);
        assertThat(report.value("othersLostPackets")).isZero();
    }

    @Test
    void measuresWhatComingAndGoingLeavesBehind() throws Exception {
        Report report = ChurnBench.measure(
                ChurnOptions.parse(List.of(
                        "--apart", "100", "--stay", "1", "--warm-up", "1", "--seconds", "3", "--collection", "2")),
                new PrintStream(OutputStream.nullOutputStream()));

        for (String end : List.of("left", "vanished", "vanishedWithApplication")) {
            assertThat(report.value(end)).as(end).isPositive();
        }
        assertThat(report.value("failedVisits")).isZero();
        for (String holding : List.of("sessions", "objects", "peers")) {
            assertThat(report.value(holding + "After"))
                    .as(holding)
                    .isPositive()
                    .isEqualTo(report.value(holding + "Before"));
        }
        assertThat(report.value("heapMegabytesAfter")).isPositive();
        assertThat(report.value("openFilesAfter")).isPositive();
    }
}
