package plenum.job.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import plenum.it.SqlForTests;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;

/**
 * A process that does jobs of one kind: writes a line into the file that a job names, and then is busy for ever if the file has no more than
 * that one. {@code main SCHEMA}.
 */
final class ProcessToKill {
    static final JobKind<String> KIND = JobKind.ofText("test-killed");
    static final Tempo TEMPO = new Tempo(2, Duration.ofMillis(100), Duration.ofMillis(500));

    private ProcessToKill() {}

    public static void main(String[] arguments) throws InterruptedException {
        DbScheduler jobs = new DbScheduler(
                SqlForTests.database(arguments[0]),
                List.of(new Line()),
                List.of(),
                TEMPO,
                Clock.systemUTC(),
                Executors.newVirtualThreadPerTaskExecutor());
        jobs.start();
        new CountDownLatch(1).await();
    }

    private static final class Line implements Job<String> {
        @Override
        public JobKind<String> kind() {
            return KIND;
        }

        @Override
        public void run(String file, JobRun run) {
            try {
                Files.writeString(
                        Path.of(file),
                        ProcessHandle.current().pid() + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                if (Files.readAllLines(Path.of(file)).size() == 1) {
                    new CountDownLatch(1).await();
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
