package plenum.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs that do one thing and end. */
final class Commands {

    private static final long PATIENCE_SECONDS = 120;

    private Commands() {}

    /** Runs a command silently; false also when the program does not exist. */
    static boolean succeeds(List<String> command) {
        try {
            return run(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD));
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command, appending what it says to a log. */
    static void require(ProcessBuilder command, Path log) {
        String program = Path.of(command.command().getFirst()).getFileName().toString();
        try {
            if (!run(command.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())))) {
                throw new StartFailure(program + " failed; " + log + " says why.");
            }
        } catch (IOException e) {
            throw new StartFailure(program + " cannot be run (" + e.getMessage() + ").", e);
        }
    }

    private static boolean run(ProcessBuilder command) throws IOException {
        Process process = command.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
