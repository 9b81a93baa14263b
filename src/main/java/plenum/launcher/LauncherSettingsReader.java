package plenum.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.launcher.LauncherSettings.Database;
import plenum.launcher.LauncherSettings.Tls;
import plenum.platform.PortRange;
import plenum.platform.SettingSyntax;

/** Reads and checks {@link LauncherSettings}; collects everything that is wrong before it gives up. */
final class LauncherSettingsReader {

    private final Map<String, String> environment;
    private final Path workingFolder;
    private final Path defaultData;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param workingFolder where relative paths begin
     * @param defaultData the data folder when none is set
     */
    LauncherSettingsReader(Map<String, String> environment, Path workingFolder, Path defaultData) {
        this.defaultData = defaultData;
        this.environment = environment;
        this.workingFolder = workingFolder;
    }

    /** Throws {@link StartFailure} with one sentence for each setting that cannot be used. */
    LauncherSettings read() {
        LauncherSettings settings = new LauncherSettings(
                path("PLENUM_DATA").orElse(defaultData),
                value("PLENUM_BIND").orElse("0.0.0.0"),
                port("PLENUM_HTTP_PORT", 8080),
                port("PLENUM_HTTPS_PORT", 8443),
                port("PLENUM_MANAGEMENT_PORT"),
                publicUrl(),
                tls(),
                database(),
                port("PLENUM_DB_PORT"),
                mediaServers(),
                port("PLENUM_KURENTO_PORT", 8888),
                udpPorts(),
                heap("PLENUM_SERVER_HEAP", "768m"),
                heap("PLENUM_MEDIA_HEAP", "512m"));
        complainAboutPortsUsedTwice(settings);
        if (!complaints.isEmpty()) {
            throw new StartFailure(String.join("\n", complaints));
        }
        return settings;
    }

    private Optional<URI> publicUrl() {
        return value("PLENUM_PUBLIC_URL").flatMap(text -> {
            Optional<URI> url = SettingSyntax.site(text);
            if (url.isEmpty()) {
                complain("PLENUM_PUBLIC_URL", text, "the address that people type, such as https://meet.example.org/");
            }
            return url.map(u -> u.getPath().isEmpty() ? u.resolve("/") : u);
        });
    }

    private Tls tls() {
        Tls tls = new Tls(path("PLENUM_TLS_CERTIFICATE"), path("PLENUM_TLS_KEY"));
        if (tls.certificate().isPresent() != tls.key().isPresent()) {
            complaints.add("PLENUM_TLS_CERTIFICATE and PLENUM_TLS_KEY go together: set both, or neither.");
        }
        return tls;
    }

    private Optional<Database> database() {
        return value("PLENUM_DB_URL").map(url -> {
            if (!url.startsWith("jdbc:postgresql:")) {
                complain("PLENUM_DB_URL", url, "a JDBC address such as jdbc:postgresql://db.example.org:5432/plenum");
            }
            return new Database(
                    url,
                    value("PLENUM_DB_USER").orElse("plenum"),
                    value("PLENUM_DB_PASSWORD").orElse(""));
        });
    }

    private List<URI> mediaServers() {
        List<URI> servers = new ArrayList<>();
        for (String text : SettingSyntax.list(value("PLENUM_KURENTO_URLS").orElse(""))) {
            SettingSyntax.webSocket(text)
                    .ifPresentOrElse(
                            servers::add,
                            () -> complain(
                                    "PLENUM_KURENTO_URLS",
                                    text,
                                    "WebSocket addresses such as ws://media.example.org:8888/kurento, with commas"
                                            + " between"));
        }
        return List.copyOf(servers);
    }

    private PortRange udpPorts() {
        String text = value("PLENUM_MEDIA_UDP_PORTS").orElse("20000-20015");
        return SettingSyntax.ports(text).orElseGet(() -> {
            complain("PLENUM_MEDIA_UDP_PORTS", text, "one port such as 20000 or a range such as 20000-20015");
            return new PortRange(0, 0);
        });
    }

    private String heap(String name, String standard) {
        String text = value(name).orElse(standard);
        if (!text.matches("[1-9][0-9]*[kmgKMG]")) {
            complain(name, text, "an amount of memory such as 768m or 2g");
        }
        return text;
    }

    private int port(String name, int standard) {
        return value(name).isPresent() ? port(name).orElse(standard) : standard;
    }

    private Optional<Integer> port(String name) {
        return value(name).flatMap(text -> {
            Optional<Integer> port = SettingSyntax.port(text);
            if (port.isEmpty()) {
                complain(name, text, "a port from 1 to 65535");
            }
            return port;
        });
    }

    private void complainAboutPortsUsedTwice(LauncherSettings settings) {
        Set<Integer> seen = new HashSet<>(List.of(settings.httpPort()));
        boolean distinct = seen.add(settings.httpsPort())
                && (!settings.ownMediaServer() || seen.add(settings.mediaPort()))
                && settings.managementPort().stream().allMatch(seen::add)
                && settings.databasePort().stream().allMatch(seen::add);
        if (!distinct && complaints.isEmpty()) {
            complaints.add("PLENUM_HTTP_PORT, PLENUM_HTTPS_PORT, PLENUM_KURENTO_PORT, PLENUM_MANAGEMENT_PORT and"
                    + " PLENUM_DB_PORT must differ: give each part a port of its own.");
        }
    }

    private Optional<Path> path(String name) {
        return value(name).map(workingFolder::resolve);
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void complain(String name, String text, String instead) {
        complaints.add(name + " is \"" + text + "\": write " + instead + ".");
    }
}
