package plenum.bench.signaling;

import static java.util.Map.entry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.bench.CommandLine;
import plenum.mediaserver.bench.UsageException;

/**
 * What to measure.
 *
 * @param url a running Plenum; null to start one for the run
 * @param pid its application server's process, for CPU and heap; 0 when unknown
 * @param clients connected at the same time
 * @param leastRoom people in the smallest room
 * @param mostRoom people in the largest room
 * @param rate chat messages per second, in all rooms together
 * @param warmUp time of the chat before it is measured
 * @param window measured time of the chat
 * @param signIns people a second who sign in with their passwords during the chat
 * @param bigRoom people who come into one room together
 * @param compression whether clients offer to compress messages, as browsers do
 * @param addresses how many addresses the clients share
 * @param behindProxy whether one trusted proxy passes all of them on
 * @param parts what is done after everybody has come in
 * @param json where to write the figures as JSON; null for nowhere
 */
record SignalingOptions(
        @Nullable URI url,
        long pid,
        int clients,
        int leastRoom,
        int mostRoom,
        int rate,
        Duration warmUp,
        Duration window,
        int signIns,
        int bigRoom,
        boolean compression,
        int addresses,
        boolean behindProxy,
        Set<Part> parts,
        @Nullable Path json) {

    static final String USAGE = """
            usage: ./plenum bench signaling [options]   the application under thousands of sockets, without media
              --url http://HOST:PORT   Plenum to measure; one is started when absent (give it PLENUM_MAX_PARTICIPANTS=300)
              --pid N                  its application server's process, for CPU and heap
              --clients N              connected at the same time (default 5000)
              --room A..B              people in a room (default 50..100)
              --rate N                 chat messages per second, in all rooms together (default 500)
              --warm-up SECONDS        of the chat before it is measured: until what is said most often has been compiled (default 60)
              --seconds SECONDS        measured time of the chat (default 30)
              --sign-ins N             people a second who sign in with their passwords during the chat (default 0; not with --url)
              --big-room N             people who come into one room within ten seconds (default 300)
              --compression yes|no     offer to compress messages, as browsers do (default yes)
              --addresses N            addresses that the clients share (default 20)
              --proxy yes|no           all of them come through one proxy, which names their addresses (default no)
              --parts LIST             of chat,slow,storm,room: what to do once all are in (default all four)
              --json FILE              write the figures as JSON too
            """;

    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            entry("--url", ""),
            entry("--pid", "0"),
            entry("--clients", "5000"),
            entry("--room", "50..100"),
            entry("--rate", "500"),
            entry("--warm-up", "60"),
            entry("--seconds", "30"),
            entry("--sign-ins", "0"),
            entry("--big-room", "300"),
            entry("--compression", "yes"),
            entry("--addresses", "20"),
            entry("--proxy", "no"),
            entry("--parts", "chat,slow,storm,room"),
            entry("--json", ""));

    static SignalingOptions parse(List<String> arguments) throws UsageException {
        CommandLine options = CommandLine.read(arguments, DEFAULTS);
        String[] room = options.text("--room").split("\\.\\.", -1);
        int least = CommandLine.number("--room", room[0], 2, 5000);
        String json = options.text("--json");
        URI url = url(options.text("--url"));
        int signIns = options.number("--sign-ins", 0, 1000);
        if (url != null && signIns > 0) {
            throw new UsageException(
                    "--sign-ins needs accounts, which are made in a Plenum that is started for the run");
        }
        return new SignalingOptions(
                url,
                options.number("--pid", 0, 1 << 22),
                options.number("--clients", 2, 50_000),
                least,
                CommandLine.number("--room", room[room.length - 1], least, 5000),
                options.number("--rate", 1, 100_000),
                Duration.ofSeconds(options.number("--warm-up", 0, 3600)),
                Duration.ofSeconds(options.number("--seconds", 1, 3600)),
                signIns,
                options.number("--big-room", 2, 5000),
                yes("--compression", options.text("--compression")),
                options.number("--addresses", 1, 10_000),
                yes("--proxy", options.text("--proxy")),
                parts(options.text("--parts")),
                json.isEmpty() ? null : Path.of(json));
    }

    private static Set<Part> parts(String text) throws UsageException {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (String name : text.split(",", -1)) {
            parts.add(Arrays.stream(Part.values())
                    .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("--parts takes chat,slow,storm,room, not " + name)));
        }
        return parts;
    }

    private static boolean yes(String option, String text) throws UsageException {
        if (!text.equals("yes") && !text.equals("no")) {
            throw new UsageException(option + " takes yes or no, not " + text);
        }
        return text.equals("yes");
    }

    private static @Nullable URI url(String text) throws UsageException {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI url = new URI(text);
            if (url.getHost() != null && "http".equals(url.getScheme()) && url.getPort() > 0) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new UsageException("--url is no URL: " + text, e);
        }
        throw new UsageException("--url takes a URL such as http://localhost:8080, not " + text);
    }
}
