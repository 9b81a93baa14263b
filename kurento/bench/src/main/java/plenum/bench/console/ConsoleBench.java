package plenum.bench.console;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import plenum.bench.signaling.BenchProgram;
import plenum.bench.signaling.PlenumDatabase;
import plenum.bench.signaling.PlenumUnderTest;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.CommandLine;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.UsageException;

/** {@code ./plenum bench console}: how long the tables of the console take with many accounts and a long audit. */
public final class ConsoleBench {
    static final String USAGE = """
        usage: ./plenum bench console [options]   tables of the console on a full database; starts a Plenum of its own
          --users N      accounts (default 100000)
          --lines N      lines of the audit (default 1000000)
          --rounds N     requests of each kind that are measured, after 10 others (default 60)
          --json FILE    write the figures as JSON too
        """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--users", "100000"), entry("--lines", "1000000"), entry("--rounds", "60"), entry("--json", ""));

    private ConsoleBench() {}

    /** @param arguments first the folder of this installation, then the options */
    public static void main(String[] arguments) throws InterruptedException {
        new BenchProgram(USAGE, DEFAULTS, ConsoleBench::measure).run(arguments);
    }

    private static Report measure(Path root, CommandLine options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, UsageException, SQLException {
        int users = options.number("--users", 100, 10_000_000);
        int lines = options.number("--lines", 100, 100_000_000);
        int rounds = options.number("--rounds", 5, 10_000);
        Path data = Files.createTempDirectory("plenum-bench");
        try (PlenumUnderTest plenum = PlenumUnderTest.start(root, data, Map.of(), out);
                PlenumDatabase database = PlenumDatabase.of(data)) {
            out.println("filling the database with " + users + " accounts and " + lines + " lines");
            String session = FullDatabase.fill(database, users, lines);
            return new ConsoleRun(new ConsoleClient(plenum.site(), session), rounds, users, out).measure();
        }
    }
}
