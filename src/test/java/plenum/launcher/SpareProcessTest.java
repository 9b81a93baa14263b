package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class SpareProcessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private ChildProcesses processes;
    private SpareProcess spare;

    @BeforeEach
    void prepare() {
        processes = new ChildProcesses(folder);
        spare = new SpareProcess(processes, "part", "sleep", () -> sleeper("part-spare"));
    }

    @AfterEach
    void end() {
        spare.close();
        processes.close();
    }

    @Test
    void takesOverUnderTheNameOfThePart() {
        spare.start();

        ChildProcess taken = spare.take().orElseThrow();

        assertThat(taken.isAlive()).isTrue();
        assertThat(folder.resolve("part.pid")).content().startsWith(taken.pid() + " ");
        assertThat(folder.resolve("part-spare.pid")).doesNotExist();
        assertThat(spare.take()).isEmpty();
        taken.kill();
    }

    @Test
    void isNotTakenWhenItHasDied() throws Exception {
        spare.start();
        ChildProcess waiting = waiting();
        waiting.kill();

        assertThat(spare.take()).isEmpty();
    }

    @Test
    void endsWithThePart() throws Exception {
        spare.start();
        ChildProcess waiting = waiting();

        spare.close();
        spare.start();

        assertThat(waiting.awaitEnd(PATIENCE)).isTrue();
        assertThat(spare.take()).isEmpty();
    }

    /** By its id alone: a moment after its start it is not the program yet that its record names. */
    private ChildProcess waiting() throws IOException {
        String pid = Files.readString(folder.resolve("part-spare.pid")).split(" ")[0];
        return new ChildProcess(
                "part-spare", ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
    }

    private ChildProcess sleeper(String name) {
        return processes.start(
                name,
                "sleep",
                new ProcessBuilder(new ArrayList<>(List.of("sleep", "60"))),
                new RotatingLog(folder.resolve(name + ".log")));
    }
}
