package plenum.mediaserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("bench")
class BenchCommandTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private final BenchCommand<BenchOptions> command =
            new BenchCommand<>(BenchOptions.USAGE, BenchOptions::parse, BenchCommandTest::nothing);

    private static Report nothing(BenchOptions options, PrintStream out) {
        throw new AssertionError("nothing should be measured");
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(command.run(List.of("--help"), out)).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(BenchOptions.USAGE);
    }

    @Test
    void saysWhatIsWrongWithTheCommandLine() throws Exception {
        assertThat(command.run(List.of("--rate", "x"), out)).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("--rate takes whole numbers from 2 to 5000, not x")
                .endsWith(BenchOptions.USAGE);
    }
}
