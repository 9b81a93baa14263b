package plenum.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The programs that the launcher started. None outlives it: a guard process ends them when the launcher is gone; should the guard be killed
 * as well, the next launcher on the same data folder ends them by their records.
 */
final class ChildProcesses implements AutoCloseable {

    /** Reads lists of process ids until the launcher closes the pipe, be it by its death; ends the processes of the last list. */
    private static final String GUARD = """
            trap '' INT TERM HUP
            pids=
            while read -r line; do pids=$line; done
            alive() { for pid in $pids; do kill -0 "$pid" 2>/dev/null && return 0; done; return 1; }
            [ -n "$pids" ] || exit 0
            kill -TERM $pids 2>/dev/null
            n=0
            while [ $n -lt 50 ] && alive; do sleep 0.1; n=$((n + 1)); done
            kill -KILL $pids 2>/dev/null
            """;

    private final ProcessRecords records;
    private final boolean ownSession = Commands.succeeds(List.of("setsid", "true"));
    private final Set<Long> running = new ConcurrentSkipListSet<>();
    private @Nullable Process guard;

    ChildProcesses(Path folder) {
        this.records = new ProcessRecords(folder);
    }

    /** Ends what an earlier launcher on this folder left behind. */
    void endLeftovers() {
        records.readAll().forEach(ChildProcess::kill);
    }

    /**
     * Starts a program under a name, which is also the name of its record and its log.
     *
     * @param program file name of the program that the command becomes, after wrappers such as {@code unshare}
     */
    ChildProcess start(String name, String program, ProcessBuilder builder, RotatingLog log) {
        if (ownSession) {
            // Ctrl-C in the terminal is for the launcher, which stops the parts in order
            builder.command().addFirst("setsid");
        }
        try {
            Process process =
                    builder.redirectErrorStream(true).redirectInput(NOTHING).start();
            long pid = process.pid();
            records.write(name, process.toHandle(), program);
            running.add(pid);
            tellGuard();
            log.follow(process.getInputStream());
            process.onExit().thenRun(() -> {
                running.remove(pid);
                tellGuard();
                records.remove(name, pid);
            });
            return new ChildProcess(name, process.toHandle());
        } catch (IOException e) {
            throw new StartFailure(program + " cannot be started (" + e.getMessage() + ").", e);
        }
    }

    /** Gives a running program the name of one that is no more. */
    void rename(ChildProcess process, String name, String program) {
        ProcessHandle.of(process.pid()).ifPresent(handle -> {
            try {
                records.write(name, handle, program);
                records.remove(process.name(), process.pid());
                handle.onExit().thenRun(() -> records.remove(name, handle.pid()));
            } catch (IOException e) {
                // its old record still tells the next launcher about it
            }
        });
    }

    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    private synchronized void tellGuard() {
        try {
            if (guard == null || !guard.isAlive()) {
                guard = startGuard();
            }
            String pids = running.stream().map(String::valueOf).collect(Collectors.joining(" "));
            guard.getOutputStream().write((pids + "\n").getBytes(StandardCharsets.US_ASCII));
            guard.getOutputStream().flush();
        } catch (IOException e) {
            // it was killed this very moment: the next change starts another one
            guard = null;
        }
    }

    private Process startGuard() throws IOException {
        var command = new ArrayList<>(List.of("sh", "-c", GUARD, "plenum-guard"));
        if (ownSession) {
            command.addFirst("setsid");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /** Lets the guard go; everything it guards has been stopped before, or ends now. */
    @Override
    public synchronized void close() {
        if (guard != null) {
            try {
                guard.getOutputStream().close();
            } catch (IOException e) {
                guard.destroyForcibly();
            }
            guard = null;
        }
    }
}
