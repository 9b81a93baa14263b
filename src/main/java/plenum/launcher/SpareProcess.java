package plenum.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A second process of a part, started in advance, that takes over when the first one dies, so that people do not wait for a start. */
final class SpareProcess implements AutoCloseable {
    /** By then whoever started before has the machine no longer to itself. */
    private static final Duration DELAY = Duration.ofSeconds(15);

    private final ChildProcesses processes;
    private final String name;
    private final String program;
    private final Supplier<ChildProcess> starter;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("spare").factory());
    private @Nullable ChildProcess waiting;

    /**
     * @param name what the process is called once it has taken over
     * @param program file name of its program
     */
    SpareProcess(ChildProcesses processes, String name, String program, Supplier<ChildProcess> starter) {
        this.processes = processes;
        this.name = name;
        this.program = program;
        this.starter = starter;
    }

    /** Starts one in a while. */
    void prepare() {
        timer.schedule(this::start, DELAY.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void start() {
        if (!timer.isShutdown() && (waiting == null || !waiting.isAlive())) {
            waiting = starter.get();
        }
    }

    /** The process that waits, which is the part itself from now on. */
    synchronized Optional<ChildProcess> take() {
        Optional<ChildProcess> taken = Optional.ofNullable(waiting).filter(ChildProcess::isAlive);
        waiting = null;
        taken.ifPresent(process -> processes.rename(process, name, program));
        return taken;
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
        if (waiting != null) {
            waiting.kill();
            waiting = null;
        }
    }
}
