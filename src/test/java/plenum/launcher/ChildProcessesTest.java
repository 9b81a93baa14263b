package plenum.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class ChildProcessesTest {

    @TempDir
    Path folder;

    @Test
    void endsWhatTheyStartedWhenTheLauncherLetsGo() {
        ChildProcesses processes = new ChildProcesses(folder);
        ChildProcess child = start(processes);

        processes.close();

        assertThat(child.awaitEnd(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void endsLeftoversOfAnEarlierLauncher() {
        ChildProcesses earlier = new ChildProcesses(folder);
        ChildProcess child = start(earlier);

        new ChildProcesses(folder).endLeftovers();

        assertThat(child.isAlive()).isFalse();
        earlier.close();
    }

    @Test
    void sparesAStrangerWhoGotTheRecordedProcessId() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("media-server.pid"), stranger.pid() + " 1000 sleep\n");

        new ChildProcesses(folder).endLeftovers();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }

    @Test
    void letsOneLauncherAtATimeUseADataFolder() {
        try (DataFolder first = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(first.root())).hasMessageContaining("PLENUM_DATA");
        }
        DataFolder.open(folder).close();
    }

    private ChildProcess start(ChildProcesses processes) {
        return processes.start(
                "part",
                "sleep",
                new ProcessBuilder(new ArrayList<>(List.of("sleep", "60"))),
                new RotatingLog(folder.resolve("part.log")));
    }
}
