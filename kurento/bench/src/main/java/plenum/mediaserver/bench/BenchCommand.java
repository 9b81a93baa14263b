package plenum.mediaserver.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What all commands of the bench have in common: options, exit codes, where the figures go. */
final class BenchCommand {
    /** One kind of run. */
    @FunctionalInterface
    interface Measurement {
        Report measure(BenchOptions options, PrintStream out) throws IOException, InterruptedException, BenchFailure;
    }

    private BenchCommand() {}

    /** Runs, and prints the figures. Returns 0 after a run, 1 when it failed, 2 when the command line cannot be understood. */
    static int run(List<String> arguments, PrintStream out, Measurement measurement) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.print(BenchOptions.USAGE);
            return 0;
        }
        try {
            BenchOptions options = BenchOptions.parse(arguments);
            Pinning.moveToSecondCore();
            Report report = measurement.measure(options, out);
            out.print(report.asTable());
            if (options.json() != null) {
                report.writeJson(options.json());
            }
            return 0;
        } catch (UsageException e) {
            out.println(e.getMessage());
            out.print(BenchOptions.USAGE);
            return 2;
        } catch (BenchFailure | IOException e) {
            out.println("The run failed: " + e.getMessage() + ".");
            return 1;
        }
    }
}
