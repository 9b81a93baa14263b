package plenum.bench.signaling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.CommandLine;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.UsageException;

/**
 * The start and the end of a bench of all of Plenum: reads its options, measures, prints the figures and writes them down.
 *
 * @param usage what {@code --help} prints
 * @param defaults of all options; {@code --json}, a file for the figures, has to be among them
 */
public record BenchProgram(String usage, Map<String, String> defaults, Measurement measurement) {
    /** What is measured. */
    public interface Measurement {
        /** @param root the folder of this installation */
        Report measure(Path root, CommandLine options, PrintStream out)
                throws IOException, InterruptedException, BenchFailure, UsageException, SQLException;
    }

    /**
     * Ends the process with code 0 after a run, 1 when it failed, 2 when the command line cannot be understood.
     *
     * @param arguments first the folder of this installation, then the options
     */
    public void run(String... arguments) throws InterruptedException {
        List<String> all = List.of(arguments);
        System.exit(run(Path.of(all.getFirst()), all.subList(1, all.size()), System.out));
    }

    int run(Path root, List<String> arguments, PrintStream out) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.print(usage);
            return 0;
        }
        try {
            CommandLine options = CommandLine.read(arguments, defaults);
            Report report = measurement.measure(root, options, out);
            out.print(report.asTable());
            if (!options.text("--json").isEmpty()) {
                report.writeJson(Path.of(options.text("--json")));
            }
            return 0;
        } catch (UsageException | IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(usage);
            return 2;
        } catch (BenchFailure | IOException | SQLException e) {
            out.println("The run failed: " + e.getMessage() + ".");
            return 1;
        }
    }
}
