package plenum.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts everything in order, from the settings to a running Plenum. */
final class Startup {

    private static final String RECORDINGS = "PLENUM_RECORDINGS";

    private final Installation installation;
    private final LauncherSettings settings;
    private final DataFolder data;
    private final ChildProcesses processes;
    private final Supervisor supervisor;
    private final Console console;
    private final Path logs;

    Startup(
            Installation installation,
            LauncherSettings settings,
            DataFolder data,
            ChildProcesses processes,
            Supervisor supervisor,
            Console console) {
        this.installation = installation;
        this.settings = settings;
        this.data = data;
        this.processes = processes;
        this.supervisor = supervisor;
        this.console = console;
        this.logs = data.folder("logs");
    }

    void run() {
        processes.endLeftovers();
        Preconditions preconditions = new Preconditions(settings);
        preconditions.check(data.root());
        preconditions
                .silentMediaServers()
                .forEach(url -> console.progress("No answer yet from " + Urls.withoutSecrets(List.of(url))));

        Map<String, String> application = new HashMap<>();
        application.put("PLENUM_HTTP_PORT", Integer.toString(settings.httpPort()));
        application.put("PLENUM_HTTPS_PORT", Integer.toString(settings.httpsPort()));
        addCertificate(application);
        startDatabase(application);
        addRecordings(application);
        startMediaServer(application);
        startComposer(application);
        startApplication(application);
        if (!supervisor.stopRequested()) {
            console.ready(settings.localUrl(), hint());
        }
    }

    private void addCertificate(Map<String, String> application) {
        Certificate certificate = Certificate.prepare(data.folder("https"), settings);
        application.put("PLENUM_KEYSTORE", certificate.keyStore().toString());
        application.put("PLENUM_KEYSTORE_PASSWORD", certificate.password());
    }

    private void startDatabase(Map<String, String> application) {
        if (settings.ownDatabase()) {
            int port = settings.databasePort().orElseGet(Ports::free);
            EmbeddedPostgres postgres = new EmbeddedPostgres(data.folder("postgresql"), port, processes, logs);
            supervisor.start(postgres);
            application.put("PLENUM_DB_URL", postgres.url());
            application.put("PLENUM_DB_USER", postgres.user());
            application.put("PLENUM_DB_PASSWORD", postgres.password());
        }
    }

    /** Only where films can be made of them; an operator's own media servers and composer share a folder of the operator's. */
    private void addRecordings(Map<String, String> application) {
        if (System.getenv().containsKey(RECORDINGS)) {
            return;
        }
        if (settings.ownMediaServer() && ComposerProcess.isPossible(installation.composer(), System.getenv())) {
            application.put(RECORDINGS, data.folder("recordings").toString());
            // its ffmpeg makes pictures of films in drives, too
            application.putIfAbsent(
                    "PLENUM_COMPOSER_PROGRAMS", data.folder("composer").toString());
        }
    }

    private void startComposer(Map<String, String> application) {
        String folder = application.get(RECORDINGS);
        if (folder != null && !supervisor.stopRequested()) {
            supervisor.start(new ComposerProcess(
                    installation.composer(),
                    Path.of(folder),
                    data.folder("composer"),
                    processes,
                    InstantSource.system(),
                    logs));
        }
    }

    private void startMediaServer(Map<String, String> application) {
        if (settings.ownMediaServer() && !supervisor.stopRequested()) {
            String token = SecretFile.readOrCreate(data.folder("media").resolve("token"));
            MediaServerProcess mediaServer = new MediaServerProcess(
                    installation, settings, token, Optional.ofNullable(application.get(RECORDINGS)), processes, logs);
            supervisor.start(mediaServer);
            application.put("PLENUM_KURENTO_URLS", mediaServer.url());
        }
    }

    private void startApplication(Map<String, String> application) {
        if (!supervisor.stopRequested()) {
            if (!System.getenv().containsKey("PLENUM_SECRET")) {
                application.put(
                        "PLENUM_SECRET",
                        SecretFile.readOrCreate(data.folder("secrets").resolve("server")));
            }
            Path token = data.folder("secrets").resolve(AdminCommand.TOKEN);
            SecretFile.readOrCreate(token);
            application.put("PLENUM_ADMIN_TOKEN_FILE", token.toString());
            if (!System.getenv().containsKey("PLENUM_STORAGE")) {
                application.put("PLENUM_STORAGE", data.folder("files").toString());
            }
            supervisor.start(new WildFlyProcess(
                    installation, settings, application, processes, data.root().resolve("wildfly"), logs));
        }
    }

    /** How others get in: browsers give cameras to this machine's own pages and to HTTPS, to nothing else. */
    private Optional<String> hint() {
        if (settings.publicUrl().isPresent()) {
            return Optional.empty();
        }
        List<InetAddress> addresses = settings.bind().equals("0.0.0.0") ? LocalAddresses.forOthers() : List.of();
        if (addresses.isEmpty()) {
            return Optional.of("It can be reached from this machine only. PLENUM_BIND=0.0.0.0 lets others in.")
                    .filter(h -> settings.bind().startsWith("127."));
        }
        String urls = addresses.stream()
                .limit(2)
                .map(a -> URI.create("https://"
                        + (a.getAddress().length > 4
                                ? "[" + LocalAddresses.literal(a) + "]"
                                : LocalAddresses.literal(a))
                        + ":" + settings.httpsPort() + "/"))
                .map(URI::toString)
                .collect(Collectors.joining(" or "));
        return Optional.of("Others open " + urls + " (with https, because browsers give camera and microphone to secure"
                + " addresses only) and accept the certificate once.");
    }
}
