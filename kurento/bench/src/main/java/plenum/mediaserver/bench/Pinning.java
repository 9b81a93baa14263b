package plenum.mediaserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Who runs on which core: what is measured has the first for itself, the generator the second, where the machine has two. */
final class Pinning {
    private static final String TASKSET = "/usr/bin/taskset";
    /** Asked before anything is pinned: a process on one core takes it for all that there are. */
    private static final boolean POSSIBLE =
            Runtime.getRuntime().availableProcessors() > 1 && Files.isExecutable(Path.of(TASKSET));

    private Pinning() {}

    /** What to put before the command of the process that is measured. */
    static List<String> firstCore() {
        return POSSIBLE ? List.of(TASKSET, "-c", "0") : List.of();
    }

    /** Moves all threads of this process to the second core. */
    static void moveToSecondCore() throws IOException, InterruptedException {
        if (POSSIBLE) {
            String self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder(TASKSET, "-a", "-cp", "1", self)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
