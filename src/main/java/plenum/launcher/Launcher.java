package plenum.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code ./plenum run}: starts every part, keeps them running, and stops them when it is told to. Exit codes: 0 after a requested stop,
 * 1 when Plenum could not start.
 */
public final class Launcher {

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration STOP = Duration.ofSeconds(8);
    private static final int STOP_LIMIT_SECONDS = 12;

    private final Console console = Console.ofTerminal();
    private final Supervisor supervisor = new Supervisor(InstantSource.system(), Supervisor.Pause.of(LOOK), console);
    private final CountDownLatch finished = new CountDownLatch(1);

    private Launcher() {}

    /** @param args the folder that holds the built product */
    public static void main(String[] args) {
        int code = new Launcher().run(new Installation(Path.of(args[0])));
        System.exit(code);
    }

    private int run(Installation installation) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop"));
        try {
            LauncherSettings settings = new LauncherSettingsReader(
                            System.getenv(), Path.of("").toAbsolutePath(), installation.data())
                    .read();
            try (DataFolder data = DataFolder.open(settings.data());
                    ChildProcesses processes = new ChildProcesses(data.folder("run"))) {
                supervise(new Startup(installation, settings, data, processes, supervisor, console));
            }
            return 0;
        } catch (StartFailure e) {
            console.failure(e.sentences());
            return 1;
        } finally {
            finished.countDown();
        }
    }

    private void supervise(Startup startup) {
        try {
            startup.run();
            supervisor.run();
            console.progress("stopping");
        } finally {
            supervisor.stopAll(STOP);
        }
    }

    /** Runs at Ctrl-C, SIGTERM and a closed terminal, and, having nothing to do, at an ordinary end. */
    private void stopOnSignal() {
        boolean onItsOwn = finished.getCount() == 0;
        supervisor.requestStop();
        try {
            if (!onItsOwn && finished.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                // otherwise Java would report the signal as a failure
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
