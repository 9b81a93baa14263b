package plenum.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Tag("ingress")
class PatientThreadsTest {
    /** proc_pid_stat(5), counted behind the name, which may hold blanks. */
    private static final int NICE_FIELD = 16;

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsThreadsAloneYieldToOthers() throws Exception {
        CompletableFuture<Integer> theirs = new CompletableFuture<>();
        PatientThreads.named("patient-")
                .newThread(() -> theirs.complete(nice()))
                .start();

        assertThat(theirs.get()).isEqualTo(nice() + 15);
    }

    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE_FIELD]);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
