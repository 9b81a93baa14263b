package plenum.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.Report;

@Tag("bench")
class BenchProgramTest {
    private static final Map<String, String> DEFAULTS = Map.of("--rounds", "60", "--json", "");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void printsAndWritesDownWhatWasMeasured() throws Exception {
        Path json = folder.resolve("figures.json");
        BenchProgram program = new BenchProgram("usage: tea\n", DEFAULTS, (root, options, to) -> {
            Report report = new Report();
            report.with("rounds", options.number("--rounds", 1, 100));
            return report;
        });
        assertThat(program.run(folder, List.of("--rounds", "7", "--json", json.toString()), out))
                .isZero();
        assertThat(text()).contains("rounds").contains("7");
        assertThat(Files.readString(json)).contains("rounds");
    }

    @Test
    void helpAndMistakesHaveTheirExitCodes() throws Exception {
        BenchProgram program = new BenchProgram("usage: tea\n", DEFAULTS, (root, options, to) -> {
            throw new BenchFailure("no water");
        });
        assertThat(program.run(folder, List.of("--help"), out)).isZero();
        assertThat(text()).isEqualTo("usage: tea\n");
        assertThat(program.run(folder, List.of("--what", "1"), out)).isEqualTo(2);
        assertThat(text()).contains("--what");
        assertThat(program.run(folder, List.of(), out)).isEqualTo(1);
        assertThat(text()).contains("The run failed: no water.");
        BenchProgram broken = new BenchProgram("usage: tea\n", DEFAULTS, (root, options, to) -> {
            throw new IOException("no cup");
        });
        assertThat(broken.run(folder, List.of(), out)).isEqualTo(1);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
