package plenum.mediaserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.mediaserver.uri.MediaLocations;

/**
 * The settings of the media server, read from the environment.
 *
 * @param listen where clients connect
 * @param token what they must show; empty only on loopback
 * @param mediaPorts the UDP ports of media
 * @param rtpPorts the UDP ports of plain RTP; empty where there is none
 * @param mediaTcpPort where browsers connect that no datagram gets through to; -1 for nowhere, 0 for the number of a UDP port
 * @param mediaAddresses the addresses that browsers are told; empty for all of this machine
 * @param locations where clients may have media written to and read from
 * @param collectionPeriod a session without a sign of life ends after one to two of these
 */
public record ServerSettings(
        InetSocketAddress listen,
        Optional<String> token,
        PortRange mediaPorts,
        Optional<PortRange> rtpPorts,
        int mediaTcpPort,
        List<InetAddress> mediaAddresses,
        MediaLocations locations,
        Duration collectionPeriod) {
    static final String PORT = "PLENUM_KURENTO_PORT";
    static final String BIND = "PLENUM_KURENTO_BIND";
    static final String TOKEN = "PLENUM_KURENTO_TOKEN";
    static final String UDP_PORTS = "PLENUM_MEDIA_UDP_PORTS";
    static final String RTP_PORTS = "PLENUM_MEDIA_RTP_PORTS";
    static final String TCP_PORT = "PLENUM_MEDIA_TCP_PORT";
    static final String ADDRESSES = "PLENUM_MEDIA_ADDRESSES";
    static final String FOLDERS = "PLENUM_MEDIA_FOLDERS";
    static final String HOSTS = "PLENUM_MEDIA_HOSTS";
    static final String COLLECTION = "PLENUM_KURENTO_COLLECTION_SECONDS";

    private static final String AUTO = "auto";
    private static final String OFF = "off";
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_COLLECTION = 86_400;

    /** UDP ports; 0 to 0 lets the system choose. */
    public record PortRange(int first, int last) {}

    /** The outcome of reading. */
    sealed interface Reading {
        /** Good settings. */
        record Valid(ServerSettings settings) implements Reading {}

        /** A sentence that names the variable and says what to write. */
        record Invalid(String sentence) implements Reading {}
    }

    static Reading read(Map<String, String> environment) {
        return new Reader(environment).read();
    }

    /** Reads variables and keeps the first complaint. */
    private static final class Reader {
        private final Map<String, String> environment;
        private Optional<String> complaint = Optional.empty();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        Reading read() {
            String listening = value(BIND).orElse("127.0.0.1");
            InetAddress bind = address(BIND, listening.equals("localhost") ? "127.0.0.1" : listening);
            int port = number(PORT, 8888, 0, HIGHEST_PORT, "a TCP port");
            Optional<String> token = value(TOKEN);
            PortRange mediaPorts = ports(UDP_PORTS, value(UDP_PORTS).orElse("0"));
            Optional<PortRange> rtpPorts = value(RTP_PORTS).map(text -> ports(RTP_PORTS, text));
            int mediaTcpPort = tcpPort(value(TCP_PORT).orElse(AUTO));
            List<InetAddress> mediaAddresses = list(ADDRESSES).stream()
                    .map(each -> address(ADDRESSES, each))
                    .toList();
            int collection = number(COLLECTION, 240, 1, LONGEST_COLLECTION, "a number of seconds");
            if (!bind.isLoopbackAddress() && token.isEmpty()) {
                complain("Set " + TOKEN + " to a long secret: " + BIND + "=" + bind.getHostAddress()
                        + " lets other machines connect, and they have to show it.");
            }
            return complaint
                    .<Reading>map(Reading.Invalid::new)
                    .orElseGet(() -> new Reading.Valid(new ServerSettings(
                            new InetSocketAddress(bind, port),
                            token,
                            mediaPorts,
                            rtpPorts,
                            mediaTcpPort,
                            mediaAddresses,
                            new MediaLocations(folders(), hosts()),
                            Duration.ofSeconds(collection))));
        }

        private Optional<String> value(String name) {
            return Optional.ofNullable(environment.get(name)).map(String::trim).filter(value -> !value.isEmpty());
        }

        private int number(String name, int fallback, int lowest, int highest, String what) {
            Optional<String> given = value(name);
            return given.map(text -> within(text, lowest, highest).orElseGet(() -> {
                        complain("Set " + name + " to " + what + " from " + lowest + " to " + highest + ", not '" + text
                                + "'.");
                        return fallback;
                    }))
                    .orElse(fallback);
        }

        private PortRange ports(String name, String text) {
            String[] ends = text.split("-", -1);
            Optional<Integer> first = within(ends[0].trim(), 0, HIGHEST_PORT);
            Optional<Integer> last = within(ends[ends.length - 1].trim(), 0, HIGHEST_PORT);
            boolean isRange = ends.length == 2 && first.filter(port -> port > 0).isPresent();
            if (first.isEmpty() || last.isEmpty() || first.get() > last.get() || (ends.length != 1 && !isRange)) {
                complain("Set " + name + " to a port such as 50000, a range such as 50000-50010, or 0 for any, not '"
                        + text + "'.");
                return new PortRange(0, 0);
            }
            return new PortRange(first.get(), last.get());
        }

        private List<Path> folders() {
            List<Path> folders = new ArrayList<>();
            for (String each : list(FOLDERS)) {
                Path folder = folder(each);
                if (folder == null) {
                    complain("Set " + FOLDERS + " to folders that are there, such as /var/lib/plenum/media, not '"
                            + each + "'.");
                } else {
                    folders.add(folder);
                }
            }
            return folders;
        }

        private static @Nullable Path folder(String text) {
            try {
                Path folder = Path.of(text);
                return folder.isAbsolute() && Files.isDirectory(folder) ? folder : null;
            } catch (InvalidPathException e) {
                return null;
            }
        }

        private Set<String> hosts() {
            Set<String> hosts = new LinkedHashSet<>();
            for (String each : list(HOSTS)) {
                String host = each.toLowerCase(Locale.ROOT);
                if (!host.matches("(\\[[0-9a-f:.]+]|[0-9a-z][0-9a-z.-]*)(:\\d{1,5})?")) {
                    complain("Set " + HOSTS + " to hosts such as media.example.org or 127.0.0.1:8081, not '" + each
                            + "'.");
                }
                hosts.add(host);
            }
            return hosts;
        }

        private List<String> list(String name) {
            return value(name).map(text -> List.of(text.split(",", -1))).orElse(List.of()).stream()
                    .map(String::trim)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        private int tcpPort(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case OFF -> -1;
                case AUTO -> 0;
                default ->
                    within(text, 1, HIGHEST_PORT).orElseGet(() -> {
                        complain("Set " + TCP_PORT + " to a port such as 443, or to auto or off, not '" + text + "'.");
                        return 0;
                    });
            };
        }

        private InetAddress address(String name, String text) {
            try {
                return InetAddress.ofLiteral(text);
            } catch (IllegalArgumentException e) {
                complain("Set " + name + " to an IP address such as 192.0.2.10, not '" + text + "'.");
                return InetAddress.getLoopbackAddress();
            }
        }

        private static Optional<Integer> within(String text, int lowest, int highest) {
            return Optional.of(text)
                    .filter(digits -> digits.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .filter(value -> value >= lowest && value <= highest);
        }

        private void complain(String sentence) {
            if (complaint.isEmpty()) {
                complaint = Optional.of(sentence);
            }
        }
    }
}
