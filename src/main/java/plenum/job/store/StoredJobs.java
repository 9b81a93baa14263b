package plenum.job.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import plenum.job.Job;
import plenum.job.JobBoard;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.Jobs;
import plenum.job.RecurringJob;
import plenum.platform.SchemaReady;
import plenum.platform.Settings;
import plenum.protocol.Failed;

/** Registers the jobs of all features with the scheduler, and starts it as soon as the database has its tables. */
@ApplicationScoped
@NullUnmarked
public class StoredJobs implements Jobs, JobBoard {
    private static final Duration FAILED_ARE_KEPT = Duration.ofDays(30);

    @Resource(lookup = "java:jboss/datasources/PlenumDS")
    DataSource database;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    @Inject
    @Any
    Instance<Job<?>> jobs;

    @Inject
    @Any
    Instance<RecurringJob> recurring;

    private ExecutorService threads;
    private DbScheduler scheduler;

    @PostConstruct
    void assemble() {
        threads = virtualThreads();
        List<RecurringJob> repeated = new ArrayList<>(recurring.stream().toList());
        repeated.add(new ForgetFailed());
        scheduler = new DbScheduler(
                database,
                jobs.stream().<Job<?>>map(job -> job).toList(),
                repeated,
                Tempo.of(settings.services().jobs()),
                clock,
                threads);
    }

    void start(@Observes SchemaReady ready) {
        scheduler.start();
    }

    @Override
    public <T> void schedule(JobKind<T> kind, String id, T data) {
        scheduler.schedule(kind, id, data);
    }

    @Override
    public <T> void schedule(JobKind<T> kind, String id, T data, Instant at) {
        scheduler.schedule(kind, id, data, at);
    }

    @Override
    public void cancel(JobKind<?> kind, String id) {
        scheduler.cancel(kind, id);
    }

    @Override
    public List<Waiting> waiting(int first, int most) {
        return scheduler.waiting(first, most);
    }

    @Override
    public long countWaiting() {
        return scheduler.countWaiting();
    }

    @Override
    public List<Failed> failed(int first, int most) {
        return scheduler.failed(first, most);
    }

    @Override
    public long countFailed() {
        return scheduler.countFailed();
    }

    @Override
    public boolean again(long failed) {
        return scheduler.again(failed);
    }

    @PreDestroy
    void close() {
        scheduler.close();
        threads.shutdownNow();
    }

    /** With the application's class loader, which jobs' libraries look for. */
    private static ExecutorService virtualThreads() {
        ClassLoader loader = StoredJobs.class.getClassLoader();
        return Executors.newThreadPerTaskExecutor(task -> {
            Thread thread = Thread.ofVirtual().name("plenum-job").unstarted(task);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /** Failed jobs are deleted after a while. */
    private final class ForgetFailed implements RecurringJob {
        @Override
        public String name() {
            return "job-forget-failed";
        }

        @Override
        public Duration every() {
            return Duration.ofHours(6);
        }

        @Override
        public void run(JobRun run) {
            scheduler.forgetFailed(clock.instant().minus(FAILED_ARE_KEPT));
        }
    }
}
