package plenum.bench.calendar;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import plenum.bench.console.ConsoleClient;
import plenum.bench.signaling.BenchProgram;
import plenum.bench.signaling.PlenumDatabase;
import plenum.bench.signaling.PlenumUnderTest;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.CommandLine;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.UsageException;

/** {@code ./plenum bench calendar}: how long a month with many events takes, and the next free time of many people. */
public final class CalendarBench {
    static final String USAGE = """
            usage: ./plenum bench calendar [options]   calendars that are full; starts a Plenum of its own
              --people N     who are invited to one event, by their group (default 200)
              --days N       of them that are full but for an hour (default 40)
              --events N     of a month that is shown (default 2000)
              --rounds N     requests of each kind that are measured, after 10 others (default 60)
              --json FILE    write the figures as JSON too
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--people", "200"),
            entry("--days", "40"),
            entry("--events", "2000"),
            entry("--rounds", "60"),
            entry("--json", ""));

    private CalendarBench() {}

    /** @param arguments first the folder of this installation, then the options */
    public static void main(String[] arguments) throws InterruptedException {
        new BenchProgram(USAGE, DEFAULTS, CalendarBench::measure).run(arguments);
    }

    private static Report measure(Path root, CommandLine options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, UsageException, SQLException {
        int people = options.number("--people", 1, 299);
        int days = options.number("--days", 1, 1000);
        int events = options.number("--events", 1, 3900);
        int rounds = options.number("--rounds", 5, 10_000);
        Path data = Files.createTempDirectory("plenum-bench");
        try (PlenumUnderTest plenum = PlenumUnderTest.start(root, data, Map.of(), out);
                PlenumDatabase database = PlenumDatabase.of(data)) {
            out.println("filling the calendars of " + people + " people");
            String session = FullCalendars.fill(database, people, days, events);
            return new CalendarRun(new ConsoleClient(plenum.site(), session), rounds, out).measure(people, events);
        }
    }
}
