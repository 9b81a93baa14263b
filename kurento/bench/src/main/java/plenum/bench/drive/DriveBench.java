package plenum.bench.drive;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
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

/** {@code ./plenum bench drive}: how long a page of a large folder takes, what a large file costs the application on its way up and down, and what uploads cost a meeting. */
public final class DriveBench {
    static final String USAGE = """
        usage: ./plenum bench drive [options]   a drive with many files, a large one, and uploads beside a meeting; no browsers
          --url http://HOST:PORT   Plenum to measure; one is started when absent
          --data FOLDER            its data folder: the database there is filled, and its application killed
          --files N                in one folder (default 100000; 0: do not measure pages)
          --pages N                that are looked at in each order, at random (default 60)
          --megabytes N            of the large file (default 256; 0: do not measure it)
          --kills N                of the application while the file goes up, and as many while it comes down (default 0)
          --uploads N              at the same time, beside a meeting whose chat and media are measured, too (default 0: do not)
          --mbit N                 that each of these sends in a second at most (default 0: as fast as the server takes them)
          --json FILE              write the figures as JSON too
        """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--url", ""),
            entry("--data", ""),
            entry("--files", "100000"),
            entry("--pages", "60"),
            entry("--megabytes", "256"),
            entry("--kills", "0"),
            entry("--uploads", "0"),
            entry("--mbit", "0"),
            entry("--json", ""));

    private static final long WARM_UP = 128L << 20;

    private DriveBench() {}

    /** @param arguments first the folder of this installation, then the options */
    public static void main(String[] arguments) throws InterruptedException {
        new BenchProgram(USAGE, DEFAULTS, DriveBench::measure).run(arguments);
    }

    private static Report measure(Path root, CommandLine options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, UsageException, SQLException {
        int files = options.number("--files", 0, 1_000_000);
        int pages = options.number("--pages", 1, 10_000);
        int megabytes = options.number("--megabytes", 0, 100_000);
        int kills = options.number("--kills", 0, 100);
        int uploads = options.number("--uploads", 0, 1000);
        int megabits = options.number("--mbit", 0, 100_000);
        boolean own = options.text("--url").isEmpty();
        if (!own && options.text("--data").isEmpty()) {
            throw new UsageException("--url needs --data");
        }
        if (!own && uploads > 0) {
            throw new UsageException("--uploads needs a Plenum that is started for the run");
        }
        try (PlenumUnderTest plenum = own
                ? PlenumUnderTest.start(root, 50, false, out)
                : PlenumUnderTest.attachTo(URI.create(options.text("--url")), 0)) {
            Path data = plenum.data().orElseGet(() -> Path.of(options.text("--data")));
            Report report = new Report();
            try (PlenumDatabase database = PlenumDatabase.of(data)) {
                String session = database.signIn("drive@bench.example", "USER").token();
                try (DriveVisitor visitor = new DriveVisitor(plenum.site(), session)) {
                    if (files > 0) {
                        new TablePages(visitor, database, report).measure(files, pages);
                    }
                    if (megabytes > 0) {
                        // what a first file loads and compiles is no matter of its size
                        new LargeFile(visitor, data, new Report()).measure(WARM_UP, 0);
                        new LargeFile(visitor, data, report).measure((long) megabytes << 20, kills);
                    }
                    if (uploads > 0) {
                        String drive = DriveVisitor.find(visitor.get("/drive").body(), "data-drive=\"([^\"]+)\"");
                        try (Uploads load = new Uploads(plenum.site(), session, drive, megabits)) {
                            new BesideUploads(plenum, report, out).measure(load, uploads);
                        }
                    }
                }
            }
            return report;
        }
    }
}
