package plenum.launcher;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that the launcher started. It is ended by its handle and not by {@link Process}, because destroying a Process closes the pipe
 * of its log.
 */
final class ChildProcess {

    private final String name;
    private final ProcessHandle handle;

    ChildProcess(String name, ProcessHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    String name() {
        return name;
    }

    long pid() {
        return handle.pid();
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    /** Waits until the process has ended, at most this long. */
    boolean awaitEnd(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks the process to end by a signal such as {@code TERM}; it is killed when it does not. */
    void stop(String signal, Duration patience) {
        if (!handle.isAlive()) {
            return;
        }
        Commands.succeeds(List.of("sh", "-c", "kill -" + signal + " " + pid()));
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    void kill() {
        handle.destroyForcibly();
        awaitEnd(Duration.ofSeconds(5));
    }
}
