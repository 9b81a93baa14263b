package plenum.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The composer, which makes films of recordings. It gets what time the meetings leave, and nothing is lost while it is away. */
final class ComposerProcess implements Part {
    private static final String NAME = "composer";
    private static final String JAVA = "java";
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final String LOWEST_PRIORITY = "15";
    /** Secrets of the other parts. */
    private static final List<String> NOT_ITS_BUSINESS = List.of(
            "PLENUM_DB_PASSWORD",
            "PLENUM_KEYSTORE_PASSWORD",
            "PLENUM_SECRET",
            "PLENUM_SMTP_PASSWORD",
            "PLENUM_STORAGE_KEYS",
            "PLENUM_TURN_SECRET",
            "PLENUM_KURENTO_TOKEN");

    private final Path jar;
    private final Path recordings;
    private final Path programs;
    private final ChildProcesses processes;
    private final InstantSource clock;
    private final Path logFile;
    private final RotatingLog log;

    /**
     * @param recordings folder that it shares with the application and the media server
     * @param programs folder for what it unpacks
     */
    ComposerProcess(
            Path jar, Path recordings, Path programs, ChildProcesses processes, InstantSource clock, Path logs) {
        this.jar = jar;
        this.recordings = recordings;
        this.programs = programs;
        this.processes = processes;
        this.clock = clock;
        this.logFile = logs.resolve("composer.log");
        this.log = new RotatingLog(logFile);
    }

    /** Whether it was built, and there is a program for this machine that encodes. */
    static boolean isPossible(Path jar, Map<String, String> environment) {
        boolean bundled = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return Files.exists(jar)
                && (bundled || !environment.getOrDefault("PLENUM_FFMPEG", "").isBlank());
    }

    @Override
    public String name() {
        return "The composer";
    }

    @Override
    public ChildProcess start() {
        return processes.start(NAME, JAVA, command(), log);
    }

    private ProcessBuilder command() {
        List<String> command = new ArrayList<>();
        if (Commands.succeeds(List.of("nice", "true"))) {
            command.addAll(List.of("nice", "-n", LOWEST_PRIORITY));
        }
        command.addAll(List.of(
                Installation.java(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(NOT_ITS_BUSINESS);
        builder.environment().put("PLENUM_RECORDINGS", recordings.toString());
        builder.environment().putIfAbsent("PLENUM_COMPOSER_PROGRAMS", programs.toString());
        return builder;
    }

    /** Recordings wait for it in their folders, so nobody else has to. */
    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public boolean isReplacedWhenSilent() {
        return true;
    }

    @Override
    public boolean answers() {
        try {
            Path sign = recordings.resolve(".composer.alive");
            return Files.getLastModifiedTime(sign)
                    .toInstant()
                    .isAfter(clock.instant().minus(SILENCE));
        } catch (IOException e) {
            return false;
        }
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
