package plenum.mediaserver.bench;

import static java.util.Map.entry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people come and go.
 *
 * @param url a Kurento-protocol server; null to start ours for the run
 * @param pid the server's process, for memory, threads and files; 0 when unknown
 * @param apart time between one who comes and the next
 * @param stay how long they stay at most; at random
 * @param warmUp time of coming and going before the first look
 * @param time of coming and going between the two looks
 * @param collection after which a server that is started lets go of sessions that nobody claims
 * @param json where to write the figures as JSON; null for nowhere
 */
record ChurnOptions(
        @Nullable URI url,
        long pid,
        Duration apart,
        Duration stay,
        Duration warmUp,
        Duration time,
        Duration collection,
        @Nullable Path json)
        implements RunOptions {

    static final String USAGE = """
            usage: ./plenum bench churn [options]    what hours of coming and going leave behind in the server
              --url ws://HOST:PORT/kurento   server to measure; ours is started when absent
              --pid N                        its process, for memory, threads and files
              --apart MILLIS                 between one who comes and the next (default 1000)
              --stay SECONDS                 at most, at random (default 30)
              --warm-up SECONDS              of coming and going before the first look (default 120)
              --seconds SECONDS              of coming and going between the two looks (default 7200)
              --collection SECONDS           after which our server lets go of what nobody claims (default 240)
              --json FILE                    write the figures as JSON too
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--url", ""),
            entry("--pid", "0"),
            entry("--apart", "1000"),
            entry("--stay", "30"),
            entry("--warm-up", "120"),
            entry("--seconds", "7200"),
            entry("--collection", "240"),
            entry("--json", ""));

    static ChurnOptions parse(List<String> arguments) throws UsageException {
        CommandLine options = CommandLine.read(arguments, DEFAULTS);
        return new ChurnOptions(
                options.server("--url"),
                options.number("--pid", 0, 1 << 22),
                Duration.ofMillis(options.number("--apart", 20, 60_000)),
                Duration.ofSeconds(options.number("--stay", 1, 3600)),
                Duration.ofSeconds(options.number("--warm-up", 1, 3600)),
                Duration.ofSeconds(options.number("--seconds", 1, 1_000_000)),
                Duration.ofSeconds(options.number("--collection", 1, 3600)),
                options.file("--json"));
    }
}
