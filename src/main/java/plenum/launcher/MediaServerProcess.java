package plenum.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Our media server. Started again and again with the same token, so that the application comes back to it by itself. */
final class MediaServerProcess implements Part {

    private static final Duration START = Duration.ofSeconds(30);

    private final Installation installation;
    private final LauncherSettings settings;
    private final String token;
    private final ChildProcesses processes;
    private final Path log;
    private final HttpProbe probe;

    MediaServerProcess(
            Installation installation, LauncherSettings settings, String token, ChildProcesses processes, Path logs) {
        this.installation = installation;
        this.settings = settings;
        this.token = token;
        this.processes = processes;
        this.log = logs.resolve("media-server.log");
        this.probe = new HttpProbe(URI.create("http://127.0.0.1:" + settings.mediaPort() + "/health"));
    }

    /** What the application connects to. */
    String url() {
        return "ws://127.0.0.1:" + settings.mediaPort() + "/kurento?token=" + token;
    }

    @Override
    public String name() {
        return "The media server";
    }

    @Override
    public ChildProcess start() {
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
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PLENUM_KURENTO_PORT", Integer.toString(settings.mediaPort()));
        builder.environment().put("PLENUM_KURENTO_BIND", "127.0.0.1");
        builder.environment().put("PLENUM_KURENTO_TOKEN", token);
        builder.environment()
                .put("PLENUM_MEDIA_UDP_PORTS", settings.mediaUdpPorts().toString());
        builder.environment().keySet().removeAll(List.of("PLENUM_DB_PASSWORD", "PLENUM_KEYSTORE_PASSWORD"));
        return processes.start("media-server", "java", builder, new RotatingLog(log));
    }

    @Override
    public boolean isReady() {
        return probe.isHealthy();
    }

    @Override
    public Duration patience() {
        return START;
    }

    @Override
    public String advice() {
        return log + " says why.";
    }
}
