package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who runs on which core: what is measured has the first for itself, the generator the second, where the machine has two. */
final class Pinning {
    private static final String TASKSET = "/usr/bin/taskset";

    private Pinning() {}

    private static boolean possible() {
        return Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of(TASKSET));
    }

    /** What to put before the command of the process that is measured. */
    static List<String> firstCore() {
        return possible() ? List.of(TASKSET, "-c", "0") : List.of();
    }

    /** Moves all threads of this process to the second core. */
    static void moveToSecondCore() throws IOException, InterruptedException {
        if (possible()) {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder(TASKSET, "-a", "-cp", "1", self)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
