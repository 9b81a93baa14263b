package plenum.mediaserver;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The packages of the media server, lowest first, and what each may depend on beside itself and the JDK. A row names only rows above it, and
 * whatever it does not name is denied.
 */
final class Floors {
    private static final String JSON = "com.fasterxml.jackson";
    private static final String NETTY = "io.netty";

    private static final List<Row> ROWS = List.of(
            new Row("rtp", Set.of()),
            new Row("sdp", Set.of()),
            new Row("loop", Set.of(), NETTY),
            new Row("uri", Set.of()),
            new Row("congestion", Set.of("rtp")),
            new Row("flow", Set.of("rtp", "sdp")),
            new Row("payload", Set.of("rtp", "sdp")),
            new Row("matroska", Set.of("payload")),
            new Row("transport", Set.of("loop"), NETTY, "org.bouncycastle", "com.amazon.corretto"),
            new Row("webrtc", Set.of("congestion", "flow", "loop", "rtp", "sdp", "transport")),
            new Row("record", Set.of("flow", "loop", "matroska", "payload", "rtp", "sdp", "uri")),
            new Row("play", Set.of("flow", "loop", "matroska", "payload", "rtp", "sdp", "uri")),
            new Row("object", Set.of(), JSON),
            new Row(
                    "element",
                    Set.of("object", "webrtc", "record", "play", "flow", "loop", "uri"),
                    JSON,
                    "com.sun.management"),
            new Row("rpc", Set.of("object"), JSON, NETTY),
            new Row("", Set.of("rpc", "element", "object", "webrtc", "transport", "record", "flow", "uri"), JSON));

    private Floors() {}

    static List<Row> rows() {
        return ROWS;
    }

    static Optional<Row> row(String packageName) {
        return ROWS.stream()
                .filter(row -> packageName.equals(row.packageName()))
                .findFirst();
    }

    /**
     * @param name below {@code plenum.mediaserver}; empty: that package itself
     * @param uses names of other rows
     * @param libraries prefixes of packages of others
     */
    record Row(String name, Set<String> uses, String... libraries) {
        String packageName() {
            return packageName(name);
        }

        private static String packageName(String name) {
            return "plenum.mediaserver" + (name.isEmpty() ? "" : "." + name);
        }

        boolean allows(String imported) {
            return imported.equals(packageName())
                    || uses.stream().map(Row::packageName).anyMatch(imported::equals)
                    || List.of(libraries).stream().anyMatch(imported::startsWith);
        }
    }
}
