package plenum.bench.signaling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.JvmProbe;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.UsageException;

/** {@code ./plenum bench signaling}: what thousands of people in meetings cost the application, and how long they wait. */
public final class SignalingBench {
    /** Beyond those who are counted: the slow reader, and one more. */
    private static final int SPARE_PLACES = 2;

    private SignalingBench() {}

    /**
     * Exit code 0 after a run, 1 when it failed, 2 when the command line cannot be understood.
     *
     * @param arguments first the folder of this installation, then the options
     */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> all = List.of(arguments);
        System.exit(run(Path.of(all.getFirst()), all.subList(1, all.size()), System.out));
    }

    static int run(Path root, List<String> arguments, PrintStream out) throws InterruptedException {
        if (arguments.contains("--help")) {
            out.print(SignalingOptions.USAGE);
            return 0;
        }
        try {
            SignalingOptions options = SignalingOptions.parse(arguments);
            Report report = measure(root, options, out);
            if (options.json() != null) {
                report.writeJson(options.json());
            }
            return 0;
        } catch (UsageException e) {
            out.println(e.getMessage());
            out.print(SignalingOptions.USAGE);
            return 2;
        } catch (BenchFailure | IOException | SQLException e) {
            out.println("The run failed: " + e.getMessage() + ".");
            return 1;
        }
    }

    /**
     * Measures a Plenum that runs already.
     *
     * @param arguments as on the command line
     */
    public static Report measure(PlenumUnderTest plenum, List<String> arguments, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, UsageException, SQLException {
        return measure(plenum, SignalingOptions.parse(arguments), out);
    }

    private static Report measure(Path root, SignalingOptions options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, SQLException {
        int participants = Math.max(options.bigRoom(), options.mostRoom()) + SPARE_PLACES;
        try (PlenumUnderTest plenum = options.url() == null
                ? PlenumUnderTest.start(root, participants, options.behindProxy(), out)
                : PlenumUnderTest.attachTo(options.url(), options.pid())) {
            return measure(plenum, options, out);
        }
    }

    private static Report measure(PlenumUnderTest plenum, SignalingOptions options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, SQLException {
        if (options.signIns() > 0) {
            try (PlenumDatabase database = PlenumDatabase.of(plenum.data().orElseThrow())) {
                SignIns.prepare(database);
            }
        }
        Optional<JvmProbe> probe = plenum.pid() == 0 ? Optional.empty() : JvmProbe.attach(plenum.pid());
        try {
            return new SignalingRun(options, plenum, probe, out).measure();
        } finally {
            if (probe.isPresent()) {
                probe.get().close();
            }
        }
    }
}
