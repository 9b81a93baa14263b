package plenum.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our media server as a child process. Each start has the same token, so that the application can reconnect. */
final class MediaServerProcess implements Part {

    private static final String NAME = "media-server";
    private static final String JAVA = "java";
    private static final Duration START = Duration.ofSeconds(30);

    private final Installation installation;
    private final LauncherSettings settings;
    private final String token;
    private final Optional<String> recordings;
    private final ChildProcesses processes;
    private final Path logFile;
    private final RotatingLog log;
    private final SpareProcess spare;
    private final HttpProbe probe;

    /** @param recordings folder that it may record to */
    MediaServerProcess(
            Installation installation,
            LauncherSettings settings,
            String token,
            Optional<String> recordings,
            ChildProcesses processes,
            Path logs) {
        this.installation = installation;
        this.settings = settings;
        this.token = token;
        this.recordings = recordings;
        this.processes = processes;
        this.logFile = logs.resolve("media-server.log");
        this.log = new RotatingLog(logFile);
        this.spare = new SpareProcess(
                processes, NAME, JAVA, () -> processes.start(NAME + "-spare", JAVA, command(List.of("--spare")), log));
        this.probe = new HttpProbe(URI.create("http://127.0.0.1:" + settings.mediaPort() + "/health"));
    }

    /** The URL that the application connects to. */
    String url() {
        return "ws://127.0.0.1:" + settings.mediaPort() + "/kurento?token=" + token;
    }

    @Override
    public String name() {
        return "The media server";
    }

    /** The spare, which takes over by itself when there is one; a new process otherwise. */
    @Override
    public ChildProcess start() {
        ChildProcess process = spare.take().orElseGet(() -> processes.start(NAME, JAVA, command(List.of()), log));
        spare.prepare();
        return process;
    }

    @Override
    public void retire() {
        spare.close();
    }

    private ProcessBuilder command(List<String> arguments) {
        Path jar = installation.mediaServer();
        if (!Files.exists(jar)) {
            throw new StartFailure(jar + " is missing. Start with ./plenum run, which builds it.");
        }
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Xmx" + settings.mediaHeap(),
                // short pauses matter more than throughput: a packet waits for the collector
                "-XX:+UseZGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError"));
        if (Files.exists(installation.mediaServerCache())) {
            command.add("-XX:AOTCache=" + installation.mediaServerCache());
        }
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PLENUM_KURENTO_PORT", Integer.toString(settings.mediaPort()));
        builder.environment().put("PLENUM_KURENTO_BIND", "127.0.0.1");
        builder.environment().put("PLENUM_KURENTO_TOKEN", token);
        builder.environment()
                .put("PLENUM_MEDIA_UDP_PORTS", settings.mediaUdpPorts().toString());
        recordings.ifPresent(folder ->
                builder.environment().merge("PLENUM_MEDIA_FOLDERS", folder, (operators, own) -> own + "," + operators));
        builder.environment()
                .keySet()
                .removeAll(List.of(
                        "PLENUM_DB_PASSWORD",
                        "PLENUM_KEYSTORE_PASSWORD",
                        "PLENUM_SECRET",
                        "PLENUM_SMTP_PASSWORD",
                        "PLENUM_STORAGE_KEYS"));
        return builder;
    }

    @Override
    public boolean isReady() {
        return probe.isHealthy();
    }

    /** It answers when each of its media threads does, and depends on nobody else. */
    @Override
    public boolean isReplacedWhenSilent() {
        return true;
    }

    @Override
    public Duration patience() {
        return START;
    }

    @Override
    public String advice() {
        return logFile + " says why.";
    }
}
