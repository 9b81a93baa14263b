package plenum.mediaserver.bench;

import static java.util.Map.entry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param url a Kurento-protocol server; null to start ours for the run
 * @param pid the server's process, for CPU, memory and threads; 0 when unknown
 * @param publishers streams into the server
 * @param viewers people who each take every stream: publishers × viewers streams out of the server
 * @param packetsPerSecond per stream, sent as frames of two packets
 * @param packetBytes RTP payload and header, before protection
 * @param warmUp time before the measured window, once every stream flows
 * @param window measured time
 * @param floorWindow measured time of the bare forwarder in the same sitting; zero for none
 * @param impairment what the network between each viewer and the server is like
 * @param recordings meetings of four beside it, all of whose streams are recorded; the server has to be ours
 * @param json where to write the figures as JSON; null for nowhere
 */
record BenchOptions(
        @Nullable URI url,
        long pid,
        int publishers,
        int viewers,
        int packetsPerSecond,
        int packetBytes,
        Duration warmUp,
        Duration window,
        Duration floorWindow,
        Impairment impairment,
        int recordings,
        @Nullable Path json)
        implements RunOptions {

    static final String USAGE = """
            usage: ./plenum bench media [options]    a media server, and the bare forwarder in the same sitting
                   ./plenum bench floor [options]    the bare forwarder alone: what this machine allows
              --url ws://HOST:PORT/kurento   server to measure; ours is started when absent
              --pid N                        its process, for CPU, memory and threads
              --publishers P                 streams in (default 10)
              --viewers S                    viewers, each of every stream (default 10)
              --rate N                       packets per second and stream (default 57)
              --bytes N                      bytes per RTP packet (default 1100)
              --warm-up SECONDS              before the measured window (default 12: the JIT needs them)
              --seconds SECONDS              measured window (default 10)
              --floor SECONDS                measured window of the bare forwarder; 0 for none (default 10)
              --loss PERCENT                 of the datagrams between a viewer and the server, each way (default 0)
              --delay MILLIS                 for each of them, each way (default 0)
              --jitter MILLIS                at most this much more (default 0)
              --kbps N                       what a viewer's link carries, each way; 0 for no limit (default 0)
              --queue MILLIS                 what waits before that link (default 200)
              --recordings N                 meetings of four beside it that are recorded (default 0; ours only)
              --json FILE                    write the figures as JSON too
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--url", ""),
            entry("--pid", "0"),
            entry("--publishers", "10"),
            entry("--viewers", "10"),
            entry("--rate", "57"),
            entry("--bytes", "1100"),
            entry("--warm-up", "12"),
            entry("--seconds", "10"),
            entry("--floor", "10"),
            entry("--loss", "0"),
            entry("--delay", "0"),
            entry("--jitter", "0"),
            entry("--kbps", "0"),
            entry("--queue", "200"),
            entry("--recordings", "0"),
            entry("--json", ""));

    static BenchOptions parse(List<String> arguments) throws UsageException {
        CommandLine options = CommandLine.read(arguments, DEFAULTS);
        return new BenchOptions(
                options.server("--url"),
                options.number("--pid", 0, 1 << 22),
                options.number("--publishers", 1, 200),
                options.number("--viewers", 1, 2000),
                options.number("--rate", 2, 5000),
                options.number("--bytes", 64, 1200),
                Duration.ofSeconds(options.number("--warm-up", 1, 3600)),
                Duration.ofSeconds(options.number("--seconds", 1, 3600)),
                Duration.ofSeconds(options.number("--floor", 0, 3600)),
                impairment(options),
                options.number("--recordings", 0, 50),
                options.file("--json"));
    }

    private static Impairment impairment(CommandLine options) throws UsageException {
        return new Impairment(
                options.number("--loss", 0, 99),
                Duration.ofMillis(options.number("--delay", 0, 10_000)),
                Duration.ofMillis(options.number("--jitter", 0, 10_000)),
                1_000L * options.number("--kbps", 0, 10_000_000),
                Duration.ofMillis(options.number("--queue", 1, 10_000)));
    }
}
