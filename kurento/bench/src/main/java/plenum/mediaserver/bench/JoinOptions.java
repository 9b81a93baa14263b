package plenum.mediaserver.bench;

import static java.util.Map.entry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How people come.
 *
 * @param url a Kurento-protocol server; null to start ours for the run
 * @param publishers streams that everybody takes, each by a connection of its own
 * @param present viewers who are there before
 * @param single viewers who come after them, one at a time
 * @param storm viewers who then come together
 * @param within the time in which these begin, evenly spread
 * @param packetsPerSecond per stream
 * @param packetBytes RTP payload and header, before protection
 * @param json where to write the figures as JSON; null for nowhere
 */
record JoinOptions(
        @Nullable URI url,
        int publishers,
        int present,
        int single,
        int storm,
        Duration within,
        int packetsPerSecond,
        int packetBytes,
        @Nullable Path json)
        implements RunOptions {

    static final String USAGE = """
            usage: ./plenum bench joins [options]    how long coming in takes, alone and in a crowd, and what the others notice
              --url ws://HOST:PORT/kurento   server to measure; ours is started when absent
              --publishers P                 streams that everybody takes, a connection for each (default 1)
              --present N                    viewers who are there before (default 100)
              --single N                     viewers who come after them, one at a time (default 100)
              --storm N                      viewers who then come together (default 200)
              --within SECONDS               in which those begin, evenly spread (default 10)
              --rate N                       packets per second and stream (default 57)
              --bytes N                      bytes per RTP packet (default 1100)
              --json FILE                    write the figures as JSON too
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--url", ""),
            entry("--publishers", "1"),
            entry("--present", "100"),
            entry("--single", "100"),
            entry("--storm", "200"),
            entry("--within", "10"),
            entry("--rate", "57"),
            entry("--bytes", "1100"),
            entry("--json", ""));

    static JoinOptions parse(List<String> arguments) throws UsageException {
        CommandLine options = CommandLine.read(arguments, DEFAULTS);
        return new JoinOptions(
                options.server("--url"),
                options.number("--publishers", 1, 50),
                options.number("--present", 1, 1000),
                options.number("--single", 1, 1000),
                options.number("--storm", 1, 1000),
                Duration.ofSeconds(options.number("--within", 1, 600)),
                options.number("--rate", 2, 5000),
                options.number("--bytes", 64, 1200),
                options.file("--json"));
    }
}
