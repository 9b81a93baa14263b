package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * What all commands of the bench have in common: options, exit codes, where the figures go.
 *
 * @param usage for those who ask, or mistype
 * @param parser reads the command line
 * @param measurement the run itself
 */
record BenchCommand<O extends RunOptions>(String usage, Parser<O> parser, Measurement<O> measurement) {
    /** Reads a command line. */
    @FunctionalInterface
    interface Parser<O> {
        O parse(List<String> arguments) throws UsageException;
    }

    /** One kind of run. */
    @FunctionalInterface
    interface Measurement<O> {
        Report measure(O options, PrintStream out) throws IOException, InterruptedException, BenchFailure;
    }

    /** Runs, and prints the figures. Returns 0 after a run, 1 when it failed, 2 when the command line cannot be understood. */
    int run(List<String> arguments, PrintStream out) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.print(usage);
            return 0;
        }
        try {
            O options = parser.parse(arguments);
            Pinning.moveToSecondCore();
            Report report = measurement.measure(options, out);
            out.print(report.asTable());
            if (options.json() != null) {
                report.writeJson(options.json());
            }
            return 0;
        } catch (UsageException e) {
            out.println(e.getMessage());
            out.print(usage);
            return 2;
        } catch (BenchFailure | IOException e) {
            out.println("The run failed: " + e.getMessage() + ".");
            return 1;
        }
    }
}
