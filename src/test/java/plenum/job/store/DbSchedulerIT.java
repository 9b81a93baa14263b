package plenum.job.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.it.SqlForTests;
import plenum.job.Job;
import plenum.job.JobBoard.Failed;
import plenum.job.JobBoard.Waiting;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.RecurringJob;
import plenum.job.Retries;

/** Jobs in a real PostgreSQL, without a container. */
@Tag("job")
class DbSchedulerIT {
    private static final JobKind<String> KIND = JobKind.ofText("test-kind");
    private static final Tempo QUICK = new Tempo(2, Duration.ofMillis(50), Duration.ofMillis(200));

    private static DataSource database;

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private BiConsumer<String, JobRun> work = (data, run) -> done.add(data);
    private Retries retries = new Retries(3, Duration.ofMillis(20), 2, Duration.ofMillis(50));
    private DbScheduler jobs;

    @BeforeAll
    static void create() {
        database = JobsDatabase.create("jobs_test");
    }

    @BeforeEach
    void empty() {
        SqlForTests.execute(database, "truncate job, job_failed");
    }

    @AfterEach
    void stop() {
        if (jobs != null) {
            jobs.close();
        }
    }

    @Test
    void doesWhatIsScheduledOnceAndForgetsIt() throws Exception {
        start();
        jobs.schedule(KIND, "1", "Übung 🦊");
        jobs.schedule(KIND, "1", "the same once more");
        assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("Übung 🦊");
        await().atMost(Duration.ofSeconds(10)).until(() -> jobs.countWaiting() == 0);
        assertThat(done).isEmpty();
    }

    @Test
    void waitsUntilItIsTimeAndCanBeCancelled() throws Exception {
        start();
        jobs.schedule(KIND, "later", "later", Clock.systemUTC().instant().plus(Duration.ofHours(1)));
        jobs.schedule(KIND, "now", "now");
        assertThat(done.poll(10, TimeUnit.SECONDS)).isEqualTo("now");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(jobs.waiting(0, 10)).extracting(Waiting::id).containsExactly("later"));
        jobs.cancel(KIND, "later");
        jobs.cancel(KIND, "never there");
        assertThat(jobs.countWaiting()).isZero();
    }

    @Test
    void triesAgainAndListsWhatFailedForGood() {
        AtomicInteger attempts = new AtomicInteger();
        work = (data, run) -> {
            attempts.set(run.attempt());
            throw new IllegalStateException("no\0 luck");
        };
        start();
        jobs.schedule(KIND, "unlucky", "data");
        await().atMost(Duration.ofSeconds(20)).until(() -> jobs.countFailed() == 1);
        assertThat(attempts).hasValue(3);
        Failed failed = jobs.failed(0, 10).getFirst();
        assertThat(failed.kind()).isEqualTo("test-kind");
        assertThat(failed.id()).isEqualTo("unlucky");
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.error()).isEqualTo("no  luck");

        work = (data, run) -> done.add(data);
        assertThat(jobs.again(failed.number())).isTrue();
        assertThat(jobs.again(failed.number())).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> done.contains("data"));
        assertThat(jobs.countFailed()).isZero();
    }

    @Test
    void showsErrorsOfWhatIsTriedAgain() {
        retries = new Retries(3, Duration.ofHours(1), 2, Duration.ofHours(1));
        work = (data, run) -> {
            throw new IllegalStateException("not yet");
        };
        start();
        jobs.schedule(KIND, "patient", "data");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Waiting waiting = jobs.waiting(0, 1).getFirst();
            assertThat(waiting.failures()).isEqualTo(1);
            assertThat(waiting.lastError()).contains("not yet");
            assertThat(waiting.running()).isFalse();
        });
    }

    @Test
    void showsHowFarARunningJobIs() {
        CountDownLatch release = new CountDownLatch(1);
        work = (data, run) -> {
            run.progress(3, 8);
            awaitUnchecked(release);
        };
        start();
        jobs.schedule(KIND, "long", "data");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Waiting waiting = jobs.waiting(0, 1).getFirst();
            assertThat(waiting.running()).isTrue();
            assertThat(waiting.done()).isEqualTo(3);
            assertThat(waiting.total()).isEqualTo(8);
        });
        release.countDown();
    }

    @Test
    void neverRunsMoreThanItMay() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch release = new CountDownLatch(1);
        work = (data, run) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            awaitUnchecked(release);
            running.decrementAndGet();
            done.add(data);
        };
        start();
        for (int i = 0; i < 20; i++) {
            jobs.schedule(KIND, "crowd " + i, "data");
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> running.get() == QUICK.atOnce());
        release.countDown();
        await().atMost(Duration.ofSeconds(20)).until(() -> done.size() == 20);
        assertThat(most).hasValue(QUICK.atOnce());
    }

    @Test
    void repeatsWhatRecursAlsoAfterAFailure() {
        AtomicInteger runs = new AtomicInteger();
        RecurringJob ticking = new RecurringJob() {
            @Override
            public String name() {
                return "test-ticking";
            }

            @Override
            public Duration every() {
                return Duration.ofMillis(50);
            }

            @Override
            public void run(JobRun run) {
                if (runs.incrementAndGet() == 2) {
                    throw new IllegalStateException("stumbled");
                }
            }
        };
        jobs = scheduler(List.of(ticking));
        jobs.start();
        await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() >= 4);
    }

    private void start() {
        jobs = scheduler(List.of());
        jobs.start();
    }

    private DbScheduler scheduler(List<RecurringJob> recurring) {
        return new DbScheduler(
                database,
                List.of(new Worker()),
                recurring,
                QUICK,
                Clock.systemUTC(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Worker implements Job<String> {
        @Override
        public JobKind<String> kind() {
            return KIND;
        }

        @Override
        public Retries retries() {
            return retries;
        }

        @Override
        public void run(String data, JobRun run) {
            work.accept(data, run);
        }
    }
}
