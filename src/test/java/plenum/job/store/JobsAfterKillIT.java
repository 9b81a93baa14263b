package plenum.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;

/** A process that is killed in the middle of a job: the next one does it. */
@Tag("job")
class JobsAfterKillIT {
    private static final String SCHEMA = "jobs_kill_test";

    @TempDir
    Path folder;

    @Test
    void theNextProcessDoesWhatAKilledOneHadBegun() throws Exception {
        DataSource database = JobsDatabase.create(SCHEMA);
        Path file = folder.resolve("lines");
        try (DbScheduler here = scheduler(database)) {
            here.schedule(ProcessToKill.KIND, "1", file.toString());
            Process first = start();
            await().atMost(Duration.ofSeconds(30)).until(() -> lines(file).size() == 1);
            assertThat(here.waiting(0, 1).getFirst().running()).isTrue();
            assertThat(first.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();

            Process second = start();
            try {
                await().atMost(Duration.ofSeconds(30)).until(() -> lines(file).size() == 2);
                await().atMost(Duration.ofSeconds(10)).until(() -> here.countWaiting() == 0);
                assertThat(lines(file)).containsExactly(Long.toString(first.pid()), Long.toString(second.pid()));
            } finally {
                second.destroyForcibly();
            }
        }
    }

    /** It is not started: it only schedules and looks. */
    private static DbScheduler scheduler(DataSource database) {
        Job<String> nobody = new Job<>() {
            @Override
            public JobKind<String> kind() {
                return ProcessToKill.KIND;
            }

            @Override
            public void run(String data, JobRun run) {
                throw new AssertionError("not here");
            }
        };
        return new DbScheduler(
                database,
                List.of(nobody),
                List.of(),
                ProcessToKill.TEMPO,
                Clock.systemUTC(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dplenum.it.db.url=" + System.getProperty("plenum.it.db.url"),
                        "-Dplenum.it.db.user=" + System.getProperty("plenum.it.db.user"),
                        "-Dplenum.it.db.password=" + System.getProperty("plenum.it.db.password"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessToKill.class.getName(),
                        SCHEMA)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
