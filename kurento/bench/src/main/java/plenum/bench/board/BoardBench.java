package plenum.bench.board;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import plenum.bench.signaling.BenchProgram;
import plenum.bench.signaling.PlenumUnderTest;
import plenum.mediaserver.bench.BenchFailure;
import plenum.mediaserver.bench.CommandLine;
import plenum.mediaserver.bench.JvmProbe;
import plenum.mediaserver.bench.Report;
import plenum.mediaserver.bench.UsageException;

/** {@code ./plenum bench whiteboard}: what hundreds of people on one board cost the application, and when they see what others draw. */
public final class BoardBench {
    static final String USAGE = """
        usage: ./plenum bench whiteboard [options]   many people draw on one board; sockets, no browsers
          --url http://HOST:PORT   Plenum to measure; one is started when absent (give it PLENUM_MAX_PARTICIPANTS)
          --pid N                  its application server's process, for CPU and memory
          --clients N              people who look at the board (default 500)
          --drawers N              of them draw two strokes a second each (default 50)
          --pointing N             times a second that everybody's pointer moves (default 4)
          --seconds SECONDS        measured time, after 20 s of warm-up (default 30)
          --elements N             on the board when somebody comes late (default 50000)
          --json FILE              write the figures as JSON too
        """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--url", ""),
            entry("--pid", "0"),
            entry("--clients", "500"),
            entry("--drawers", "50"),
            entry("--pointing", "4"),
            entry("--seconds", "30"),
            entry("--elements", "50000"),
            entry("--json", ""));

    private BoardBench() {}

    /** @param arguments first the folder of this installation, then the options */
    public static void main(String[] arguments) throws InterruptedException {
        new BenchProgram(USAGE, DEFAULTS, BoardBench::measure).run(arguments);
    }

    private static Report measure(Path root, CommandLine options, PrintStream out)
            throws IOException, InterruptedException, BenchFailure, UsageException {
        int clients = options.number("--clients", 2, 5000);
        BoardRun.Load load = new BoardRun.Load(
                clients,
                options.number("--drawers", 1, clients),
                options.number("--pointing", 0, 20),
                options.number("--seconds", 1, 3600),
                options.number("--elements", 0, 60_000));
        try (PlenumUnderTest plenum = options.text("--url").isEmpty()
                ? PlenumUnderTest.start(root, clients + 2, false, out)
                : PlenumUnderTest.attachTo(URI.create(options.text("--url")), options.number("--pid", 0, 1 << 22))) {
            Optional<JvmProbe> probe = plenum.pid() == 0 ? Optional.empty() : JvmProbe.attach(plenum.pid());
            try {
                return new BoardRun(load, plenum, probe, out).measure();
            } finally {
                if (probe.isPresent()) {
                    probe.get().close();
                }
            }
        }
    }
}
