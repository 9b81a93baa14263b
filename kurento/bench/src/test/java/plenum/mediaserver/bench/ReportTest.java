package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("bench")
class ReportTest {
    private final Report report = new Report()
            .with("viewers", 60)
            .with("lossPercent", 0.0125)
            .with("latencyMillisP50", 1.23456)
            .with("residentMegabytes", Double.NaN)
            .with("ratioToFloor", Double.POSITIVE_INFINITY);

    @Test
    void writesNumbersAsJsonAndNothingForWhatIsUnknown(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out.json");

        report.writeJson(file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.get("viewers").isIntegralNumber()).isTrue();
        assertThat(json.get("latencyMillisP50").doubleValue()).isEqualTo(1.23456);
        assertThat(json.get("residentMegabytes").isNull()).isTrue();
        assertThat(json.get("ratioToFloor").isNull()).isTrue();
        assertThat(json.size()).isEqualTo(5);
    }

    @Test
    void readsWhatItWrote(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("out.json");
        report.writeJson(file);

        Report read = Report.from(new ObjectMapper().readTree(file.toFile()));

        assertThat(read.asTable()).isEqualTo(report.asTable());
    }

    @Test
    void printsATable() {
        assertThat(report.asTable().lines())
                .containsExactly(
                        "viewers                                  60",
                        "lossPercent                              0.0125",
                        "latencyMillisP50                         1.23",
                        "residentMegabytes                        -",
                        "ratioToFloor                             -");
    }

    @Test
    void givesAValueBack() {
        assertThat(report.value("lossPercent")).isEqualTo(0.0125);
        assertThat(report.value("viewers")).isEqualTo(60);
        assertThat(report.value("residentMegabytes")).isNaN();
        assertThat(report.value("nonsense")).isNaN();
    }
}
