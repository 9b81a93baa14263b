package plenum.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The syntax of settings that more than one program reads. The application and the launcher use this class; the media server, which shares
 * no code with them, is held to the same examples by a test. An answer is empty when the text cannot be used.
 */
public final class SettingSyntax {
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> SITES = Set.of("http", "https");
    private static final Set<String> WEB_SOCKETS = Set.of("ws", "wss");

    private SettingSyntax() {}

    /** A TCP or UDP port from 1 to 65535. */
    public static Optional<Integer> port(String text) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= HIGHEST_PORT);
    }

    /** One port, or a range such as {@code 20000-20015}. */
    public static Optional<PortRange> ports(String text) {
        String[] ends = text.split("-", -1);
        Optional<Integer> last = port(ends[ends.length - 1]);
        return port(ends[0]).filter(first -> ends.length <= 2).flatMap(first -> last.filter(end -> first <= end)
                .map(end -> new PortRange(first, end)));
    }

    /** The address of a web site: http or https, a host, and no path. */
    public static Optional<URI> site(String text) {
        return uri(text, SITES).filter(uri -> uri.getRawPath().matches("/?"));
    }

    /** The address of a WebSocket: ws or wss, and a host. */
    public static Optional<URI> webSocket(String text) {
        return uri(text, WEB_SOCKETS);
    }

    /** An IPv4 or IPv6 address in digits. */
    public static Optional<InetAddress> address(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The items between commas, without white space around them; empty items are left out. */
    public static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Optional<URI> uri(String text, Set<String> schemes) {
        try {
            URI uri = new URI(text);
            return Optional.of(uri)
                    .filter(given -> given.getScheme() != null
                            && schemes.contains(given.getScheme())
                            && given.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
