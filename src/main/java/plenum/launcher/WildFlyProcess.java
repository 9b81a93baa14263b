package plenum.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WildFly with the application. The provisioned server stays as it was built: each start gets a new base directory with the configuration
 * and the WAR; only what WildFly must remember between starts (transactions) is kept.
 */
final class WildFlyProcess implements Part {

    /** On a machine that others keep busy; whoever kills a start that is only slow makes it slower. */
    private static final Duration START = Duration.ofMinutes(5);

    /** The application is the only one, so it owns "/". */
    private static final String DEPLOYMENT = "ROOT.war";

    private static final List<String> OPENED_PACKAGES = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    /**
     * Twenty times HotSpot's thresholds for the second compiler. With its own, half of a start's processor time goes into optimising code that runs only then;
     * what a busy server runs often passes these within seconds.
     */
    private static final List<String> OPTIMISE_LATER = List.of(
            "-XX:Tier4InvocationThreshold=100000",
            "-XX:Tier4MinInvocationThreshold=12000",
            "-XX:Tier4CompileThreshold=300000",
            "-XX:Tier4BackEdgeThreshold=800000");

    private final Installation installation;
    private final LauncherSettings settings;
    private final Map<String, String> environment;
    private final ChildProcesses processes;
    private final Path base;
    private final Path logs;
    private final HttpProbe ready;
    private final HttpProbe alive;

    /** @param environment what the application is told beyond what the operator set: addresses and secrets of the other parts */
    WildFlyProcess(
            Installation installation,
            LauncherSettings settings,
            Map<String, String> environment,
            ChildProcesses processes,
            Path base,
            Path logs) {
        this.installation = installation;
        this.settings = settings;
        this.environment = environment;
        this.processes = processes;
        this.base = base;
        this.logs = logs;
        String host = settings.bind().equals("0.0.0.0") ? "127.0.0.1" : settings.bind();
        String literal = host.contains(":") ? "[" + host + "]" : host;
        String health = "http://" + literal + ":" + settings.httpPort() + "/health";
        this.ready = new HttpProbe(URI.create(health));
        this.alive = new HttpProbe(URI.create(health + "/live"));
    }

    @Override
    public String name() {
        return "The application";
    }

    @Override
    public ChildProcess start() {
        prepareBase();
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().putAll(environment);
        return processes.start("wildfly", "java", builder, new RotatingLog(logs.resolve("wildfly-console.log")));
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Xms64m",
                "-Xmx" + settings.serverHeap(),
                "-XX:MaxMetaspaceSize=384m",
                "-XX:+UseCompactObjectHeaders",
                // a twentieth of the time for the collector: with less the heap grows by a half, and answers come later
                "-XX:GCTimeRatio=19",
                // and no marking for as long as much of it is free: that takes the time of one of few cores
                "-XX:-G1UseAdaptiveIHOP",
                "-XX:InitiatingHeapOccupancyPercent=60",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000"));
        command.addAll(OPTIMISE_LATER);
        OPENED_PACKAGES.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        Path home = installation.server();
        int management = settings.managementPort().orElseGet(Ports::free);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.log.dir=" + logs,
                "-Djboss.bind.address=" + settings.bind(),
                "-Djboss.management.http.port=" + management,
                // the log file has it all; what remains for the console is what the JVM itself says
                "-Dplenum.console.level=OFF",
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "--read-only-server-config=standalone.xml"));
        return command;
    }

    private void prepareBase() {
        Path server = installation.server().resolve("standalone");
        try {
            for (String folder : List.of("configuration", "deployments", "tmp", "data/content")) {
                Folders.delete(base.resolve(folder));
                Files.createDirectories(base.resolve(folder));
            }
            try (Stream<Path> files = Files.list(server.resolve("configuration"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, base.resolve("configuration").resolve(file.getFileName()));
                }
            }
            Files.copy(installation.war(), base.resolve("deployments").resolve(DEPLOYMENT));
        } catch (IOException e) {
            throw new StartFailure(
                    "WildFly's folder " + base + " cannot be prepared (" + e.getMessage()
                            + "). Is the disk full, or is something not built? ./plenum run builds what is missing.",
                    e);
        }
    }

    @Override
    public boolean isReady() {
        if (Files.exists(base.resolve("deployments").resolve(DEPLOYMENT + ".failed"))) {
            throw new StartFailure("The application could not be deployed. " + advice());
        }
        return ready.isHealthy();
    }

    @Override
    public boolean isReplacedWhenSilent() {
        return true;
    }

    /** Without the database or a media server it answers, too, and does what can be done without them. */
    @Override
    public boolean answers() {
        return alive.isHealthy();
    }

    @Override
    public Duration patience() {
        return START;
    }

    @Override
    public String advice() {
        return logs.resolve("wildfly.log") + " says why.";
    }
}
