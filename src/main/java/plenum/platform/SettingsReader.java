package plenum.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import plenum.platform.Settings.Accounts.Registration;
import plenum.platform.Settings.Container;
import plenum.platform.Settings.IceServer;
import plenum.platform.Settings.MeetingLimits;
import plenum.platform.Settings.Smtp;

/** Reads and checks {@link Settings}. Collects all errors before it fails. */
public final class SettingsReader {
    /** A hundred years. */
    private static final int MOST_HOURS = 876_000;

    private static final int SHORTEST_KEY = 32;
    private static final int LEAST_SECRET = 16;

    private final Function<String, Optional<String>> variables;
    private final String defaultNode;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param variables looks a variable up
     * @param defaultNode name of this server when none is set
     */
    public SettingsReader(Function<String, Optional<String>> variables, String defaultNode) {
        this.variables = variables;
        this.defaultNode = defaultNode;
    }

    /** Throws {@link InvalidSettingsException} when something cannot be used. */
    public Settings read() {
        MeetingLimits meetings = new MeetingLimits(
                Duration.ofSeconds(number("PLENUM_RESUME_SECONDS", 60, 5, 3600)),
                number("PLENUM_MAX_PARTICIPANTS", 200, 2, 5000),
                number("PLENUM_SLOTS", 25, 1, 25),
                number("PLENUM_AUDIO_SLOTS", 3, 0, 10));
        Settings settings = new Settings(
                publicUrl(),
                number("PLENUM_HTTPS_PORT", 8443, 1, 65_535),
                value("PLENUM_NODE").orElse(defaultNode),
                mediaServers(),
                iceServers(),
                turn(),
                mediaPorts(),
                new Settings.Proxies(flag("PLENUM_BEHIND_PROXY", false), furtherProxies()),
                meetings,
                new Settings.Talk(
                        Duration.ofHours(number("PLENUM_CHAT_RETENTION_HOURS", 720, 0, MOST_HOURS)),
                        flag("PLENUM_CHAT_PRIVATE", true)),
                services());
        if (!complaints.isEmpty()) {
            throw new InvalidSettingsException(complaints);
        }
        return settings;
    }

    private Settings.Services services() {
        Settings.Services standard = Settings.Services.standard();
        return new Settings.Services(
                number("PLENUM_JOBS", standard.jobs(), 1, 32),
                kept(standard.kept()),
                smtp(),
                accounts(),
                sockets(standard.sockets()),
                files(standard.files()),
                recording(standard.recording()),
                new MailboxSettings(this::value, complaints).read(),
                new PushSettings(this::value, complaints).read());
    }

    private Settings.Files files(Settings.Files standard) {
        return new Settings.Files(
                folder("PLENUM_STORAGE"),
                storageKeys(),
                ranges("PLENUM_STORAGE_NETWORKS"),
                number("PLENUM_DRIVE_MB", standard.quotaMegabytes(), 0, 100_000_000),
                number("PLENUM_TRASH_DAYS", standard.trashDays(), 0, 3650),
                folder("PLENUM_FFMPEG").or(() -> folder("PLENUM_COMPOSER_PROGRAMS")));
    }

    private Settings.Recording recording(Settings.Recording standard) {
        return new Settings.Recording(
                folder("PLENUM_RECORDINGS"),
                flag("PLENUM_RECORDING_SILENCE", standard.silence()),
                Duration.ofSeconds(number(
                        "PLENUM_RECORDING_ANSWER_SECONDS",
                        (int) standard.answer().toSeconds(),
                        5,
                        600)),
                Duration.ofMinutes(number(
                        "PLENUM_RECORDING_MINUTES", (int) standard.longest().toMinutes(), 1, 720)),
                days("PLENUM_RECORDING_TRACK_DAYS", standard.kept()));
    }

    private Optional<Path> folder(String name) {
        Optional<String> text = value(name);
        try {
            return text.map(folder -> Path.of(folder).toAbsolutePath());
        } catch (InvalidPathException e) {
            complain(name, text.orElse(""), "a folder of this machine");
            return Optional.empty();
        }
    }

    /** The keys are not repeated in any complaint. */
    private Map<String, byte[]> storageKeys() {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String text : list("PLENUM_STORAGE_KEYS", "")) {
            String[] parts = text.split(":", 2);
            byte[] key = {};
            try {
                key = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : key;
            } catch (IllegalArgumentException e) {
                key = new byte[0];
            }
            if (key.length == 32 && parts[0].matches("[a-z0-9-]{1,24}") && keys.putIfAbsent(parts[0], key) == null) {
                continue;
            }
            complaints.add(
                    "PLENUM_STORAGE_KEYS cannot be used: write name:key, with commas between, the current one first; a"
                            + " name has small letters, digits and hyphens, a key is 32 random bytes in Base64.");
        }
        return keys;
    }

    private Settings.Sockets sockets(Settings.Sockets standard) {
        return new Settings.Sockets(
                number("PLENUM_SOCKETS", standard.most(), 10, 1_000_000),
                number("PLENUM_SOCKETS_PER_ADDRESS", standard.fromOneAddress(), 10, 1_000_000),
                number("PLENUM_SOCKET_MEMORY_MB", standard.megabytes(), 8, 65_536));
    }

    private Settings.Kept kept(Settings.Kept standard) {
        return new Settings.Kept(
                hours("PLENUM_ATTENDANCE_RETENTION_HOURS", standard.attendance()),
                hours("PLENUM_AUDIT_RETENTION_HOURS", standard.audit()),
                days("PLENUM_MEETING_RETENTION_DAYS", standard.meetings()),
                days("PLENUM_CODE_DAYS", standard.codes()));
    }

    private Duration hours(String name, Duration standard) {
        return Duration.ofHours(number(name, (int) standard.toHours(), 0, MOST_HOURS));
    }

    private Duration days(String name, Duration standard) {
        return Duration.ofDays(number(name, (int) standard.toDays(), 0, MOST_HOURS / 24));
    }

    private Settings.Accounts accounts() {
        String text = value("PLENUM_REGISTRATION").orElse("off");
        Registration registration =
                switch (text) {
                    case "off" -> Registration.OFF;
                    case "approval" -> Registration.APPROVAL;
                    case "open" -> Registration.OPEN;
                    default -> {
                        complain("PLENUM_REGISTRATION", text, "off, approval or open");
                        yield Registration.OFF;
                    }
                };
        Set<String> domains = new TreeSet<>();
        for (String domain : list("PLENUM_REGISTRATION_DOMAINS", "")) {
            if (domain.matches("[A-Za-z0-9.-]+")) {
                domains.add(domain.toLowerCase(Locale.ROOT));
            } else {
                complain("PLENUM_REGISTRATION_DOMAINS", domain, "domains such as example.org, with commas between");
            }
        }
        Optional<byte[]> secret = value("PLENUM_SECRET").map(given -> given.getBytes(StandardCharsets.UTF_8));
        if (secret.isPresent() && secret.get().length < LEAST_SECRET) {
            complaints.add("PLENUM_SECRET is too short: write " + LEAST_SECRET + " random characters or more.");
        }
        return new Settings.Accounts(
                registration,
                Set.copyOf(domains),
                secret,
                new OpenIdSettings(this::value, complaints).read(),
                container());
    }

    private Optional<Container> container() {
        String text = value("PLENUM_CONTAINER_IDENTITY").orElse("off");
        if (!text.equals("on") && !text.equals("off")) {
            complain("PLENUM_CONTAINER_IDENTITY", text, "on or off");
        }
        Optional<String> domain = value("PLENUM_CONTAINER_DOMAIN").map(name -> name.toLowerCase(Locale.ROOT));
        domain.filter(name -> !name.matches("[a-z0-9.-]+"))
                .ifPresent(wrong -> complain("PLENUM_CONTAINER_DOMAIN", wrong, "a domain such as example.org"));
        return text.equals("on")
                ? Optional.of(new Container(
                        value("PLENUM_CONTAINER_LABEL").orElse("Single sign-on"),
                        domain,
                        Set.copyOf(list("PLENUM_CONTAINER_GROUPS", "")),
                        value("PLENUM_CONTAINER_ADMINS")))
                : Optional.empty();
    }

    /** The password is not repeated in any complaint. */
    private Optional<Smtp> smtp() {
        String text = value("PLENUM_SMTP_SECURITY").orElse("starttls");
        Smtp.Security security =
                switch (text) {
                    case "starttls" -> Smtp.Security.STARTTLS;
                    case "tls" -> Smtp.Security.TLS;
                    case "none" -> Smtp.Security.NONE;
                    default -> {
                        complain("PLENUM_SMTP_SECURITY", text, "starttls, tls or none");
                        yield Smtp.Security.STARTTLS;
                    }
                };
        int port = number("PLENUM_SMTP_PORT", standardPort(security), 1, 65_535);
        Optional<String> user = value("PLENUM_SMTP_USER");
        Optional<String> password = value("PLENUM_SMTP_PASSWORD");
        if (user.isPresent() != password.isPresent()) {
            complaints.add(
                    "PLENUM_SMTP_USER and PLENUM_SMTP_PASSWORD cannot be used one without the other: write both, or"
                            + " none.");
        }
        Optional<String> host = value("PLENUM_SMTP_HOST");
        String sender = value("PLENUM_MAIL_FROM").orElse("");
        if (host.isPresent() && !sender.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")) {
            complain("PLENUM_MAIL_FROM", sender, "the address that mail comes from, such as meet@example.org");
        }
        return host.map(name -> new Smtp(
                name,
                port,
                security,
                user.flatMap(given -> password.map(secret -> new Settings.Login(given, secret))),
                sender,
                value("PLENUM_MAIL_FROM_NAME").orElse("Plenum")));
    }

    /** RFC 8314 section 3.3: 465 with TLS from the start; RFC 6409 section 3.1: 587 for submission. */
    private static int standardPort(Smtp.Security security) {
        return switch (security) {
            case NONE -> 25;
            case STARTTLS -> 587;
            case TLS -> 465;
        };
    }

    private Optional<URI> publicUrl() {
        return value("PLENUM_PUBLIC_URL").flatMap(text -> {
            Optional<URI> site = SettingSyntax.site(text);
            if (site.isEmpty()) {
                complain("PLENUM_PUBLIC_URL", text, "the address people type, such as https://meet.example.org");
            }
            return site;
        });
    }

    private List<URI> mediaServers() {
        List<URI> servers = new ArrayList<>();
        for (String text : list("PLENUM_KURENTO_URLS", "ws://127.0.0.1:8888/kurento")) {
            SettingSyntax.webSocket(text)
                    .ifPresentOrElse(
                            servers::add,
                            () -> complain(
                                    "PLENUM_KURENTO_URLS",
                                    text,
                                    "WebSocket addresses such as ws://127.0.0.1:8888/kurento, with commas between"));
        }
        return List.copyOf(servers);
    }

    private List<IceServer> iceServers() {
        List<IceServer> servers = new ArrayList<>();
        for (String text : list("PLENUM_ICE_SERVERS", "")) {
            String[] parts = text.split("\\|", -1);
            boolean known = parts[0].matches("(stun|stuns|turn|turns):[^\\s|]+");
            if (known && parts.length == 1) {
                servers.add(new IceServer(parts[0], null, null));
            } else if (known && parts.length == 3) {
                servers.add(new IceServer(parts[0], parts[1], parts[2]));
            } else {
                // the value may hold a password, so it is not repeated
                complaints.add(
                        "PLENUM_ICE_SERVERS cannot be used: write stun:host:port or turn:host:port|user|password, with"
                                + " commas between.");
            }
        }
        return List.copyOf(servers);
    }

    /** The secret is not repeated in any complaint. */
    private Optional<TurnRelay> turn() {
        List<String> urls = list("PLENUM_TURN_URLS", "");
        Optional<String> secret = value("PLENUM_TURN_SECRET");
        for (String url : urls) {
            if (!url.matches("turns?:[^\\s|]+")) {
                complain("PLENUM_TURN_URLS", url, "turn:host:port or turns:host:port, with commas between");
            }
        }
        if (urls.isEmpty() == secret.isPresent()) {
            complaints.add(
                    "PLENUM_TURN_URLS and PLENUM_TURN_SECRET cannot be used one without the other: write both, or"
                            + " none.");
        }
        return urls.isEmpty() ? Optional.empty() : secret.map(key -> new TurnRelay(urls, key));
    }

    /** Ours, or those of somebody else's media server: the application only tells people about them. */
    private Settings.MediaPorts mediaPorts() {
        List<String> addresses = list("PLENUM_MEDIA_ADDRESSES", "");
        for (String text : addresses) {
            if (SettingSyntax.address(text).isEmpty()) {
                complain("PLENUM_MEDIA_ADDRESSES", text, "IP addresses such as 192.0.2.10, with commas between");
            }
        }
        String text = value("PLENUM_MEDIA_UDP_PORTS").orElse("20000-20015");
        Optional<PortRange> udp = SettingSyntax.ports(text);
        if (udp.isEmpty()) {
            complain("PLENUM_MEDIA_UDP_PORTS", text, "a port such as 443, or a range such as 20000-20015");
        }
        String ports = udp.map(PortRange::toString).orElse(text);
        return new Settings.MediaPorts(addresses, ports, tcpPorts(ports));
    }

    /** @param udp the media server itself chooses among these when it is told nothing else */
    private Optional<String> tcpPorts(String udp) {
        String text = value("PLENUM_MEDIA_TCP_PORT").orElse("auto").toLowerCase(Locale.ROOT);
        if (text.equals("off")) {
            return Optional.empty();
        }
        if (!text.equals("auto") && SettingSyntax.port(text).isEmpty()) {
            complain("PLENUM_MEDIA_TCP_PORT", text, "a port such as 443, auto or off");
        }
        return Optional.of(text.equals("auto") ? udp : text);
    }

    private List<AddressRange> furtherProxies() {
        return ranges("PLENUM_TRUSTED_PROXIES");
    }

    private List<AddressRange> ranges(String name) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : list(name, "")) {
            AddressRange.parse(text)
                    .ifPresentOrElse(
                            ranges::add,
                            () -> complain(
                                    name,
                                    text,
                                    "addresses or networks such as 10.1.2.3 or 10.0.0.0/8, with commas between"));
        }
        return List.copyOf(ranges);
    }

    private boolean flag(String name, boolean standard) {
        String text = value(name).orElse(Boolean.toString(standard));
        if (!text.equals("true") && !text.equals("false")) {
            complain(name, text, "true or false");
        }
        return text.equals("true");
    }

    private int number(String name, int standard, int least, int most) {
        String text = value(name).orElse(Integer.toString(standard));
        if (text.matches("\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        complain(name, text, "a whole number from " + least + " to " + most);
        return standard;
    }

    private List<String> list(String name, String standard) {
        return SettingSyntax.list(value(name).orElse(standard));
    }

    private Optional<String> value(String name) {
        return variables.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void complain(String name, String text, String instead) {
        complaints.add(name + " is \"" + text + "\": write " + instead + ".");
    }
}
