package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process from this program's own class path, on the first core, with the options that the product runs its media server with. */
final class JavaChild {
    private JavaChild() {}

    static ProcessBuilder command(Class<?> main) {
        return command(main.getName());
    }

    static ProcessBuilder command(String main) {
        List<String> command = new ArrayList<>(Pinning.firstCore());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseZGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Ends a process and what it started, and returns when it has ended. */
    static void end(Process process) throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a process ends", e);
        }
    }
}
