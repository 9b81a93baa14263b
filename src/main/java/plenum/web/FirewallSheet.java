package plenum.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plenum.platform.Settings;
import plenum.platform.Settings.IceServer;

/** The addresses and ports of this server that a firewall has to let through, for the operator of a network. */
final class FirewallSheet {
    /** The URI of a STUN or TURN server (RFC 7064 section 3.1, RFC 7065 section 3.1). */
    private static final Pattern ICE_SERVER = Pattern.compile(
            "(?<scheme>stuns?|turns?):(?<host>\\[[^]]+]|[^:?]+)(?::(?<port>\\d+))?(?:\\?transport=(?<transport>\\w+))?");

    private FirewallSheet() {}

    /** The purpose of an address and port. */
    enum Purpose {
        PAGE,
        MEDIA,
        DETOUR,
        TURN,
        STUN
    }

    /**
     * A way out of the network of whoever takes part.
     *
     * @param protocol {@code UDP} or {@code TCP}
     * @param ports one, or a range such as {@code 20000-20015}
     */
    record Row(String purpose, String protocol, String host, String ports) {
        private Row(Purpose purpose, String protocol, String host, String ports) {
            this(purpose.name().toLowerCase(Locale.ROOT), protocol, host, ports);
        }
    }

    /** @param site where people reach the pages */
    static List<Row> of(Settings settings, URI site) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Purpose.PAGE, "TCP", site.getHost(), Integer.toString(port(site))));
        List<String> addresses = settings.media().addresses();
        for (String address : addresses.isEmpty() ? List.of(site.getHost()) : addresses) {
            rows.add(new Row(Purpose.MEDIA, "UDP", address, settings.media().udp()));
            settings.media().tcp().ifPresent(ports -> rows.add(new Row(Purpose.DETOUR, "TCP", address, ports)));
        }
        Stream<String> fixed = settings.iceServers().stream().map(IceServer::url);
        Stream<String> signed = settings.turn().stream().flatMap(turn -> turn.urls().stream());
        for (String helper : Stream.concat(fixed, signed).toList()) {
            Matcher url = ICE_SERVER.matcher(helper);
            if (url.matches()) {
                rows.add(row(url));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(Matcher url) {
        boolean secure = url.group("scheme").endsWith("s");
        boolean tcp = secure || "tcp".equalsIgnoreCase(url.group("transport"));
        String port = url.group("port") == null ? (secure ? "5349" : "3478") : url.group("port");
        Purpose purpose = url.group("scheme").startsWith("turn") ? Purpose.TURN : Purpose.STUN;
        return new Row(purpose, tcp ? "TCP" : "UDP", url.group("host"), port);
    }

    private static int port(URI site) {
        if (site.getPort() >= 0) {
            return site.getPort();
        }
        return "https".equals(site.getScheme()) ? 443 : 80;
    }
}
