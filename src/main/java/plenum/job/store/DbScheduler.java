package plenum.job.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.job.Job;
import plenum.job.JobBoard;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.Jobs;
import plenum.job.RecurringJob;
import plenum.job.Retries;
import plenum.protocol.Failed;

/**
 * Runs jobs by db-scheduler. Each of its statements is committed at once, except inside a transaction of the caller, whose connection the
 * data source then hands out.
 */
final class DbScheduler implements Jobs, JobBoard, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DbScheduler.class);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

    private final JobTable table;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean started;

    DbScheduler(
            DataSource database,
            List<Job<?>> jobs,
            List<RecurringJob> recurring,
            Tempo tempo,
            InstantSource clock,
            ExecutorService threads) {
        this.table = new JobTable(database);
        this.clock = clock;
        List<Task<?>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(task(job)));
        List<RecurringTask<Void>> repeated = recurring.stream().map(this::task).toList();
        this.scheduler = startTasks(new SchedulerBuilder(database, tasks), repeated)
                .tableName(JobTable.NAME)
                .serializer(new TextSerializer())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(tempo.atOnce())
                .executorService(threads)
                .pollingInterval(tempo.look())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(tempo.heartbeat())
                .missedHeartbeatsLimit(Tempo.MISSED)
                .shutdownMaxWait(STOP_PATIENCE)
                .clock(clock::instant)
                .build();
    }

    /** From now on jobs are done. */
    synchronized void start() {
        if (!started && !closed.get()) {
            started = true;
            scheduler.start();
        }
    }

    @Override
    public <T> void schedule(JobKind<T> kind, String id, T data) {
        schedule(kind, id, data, clock.instant());
    }

    @Override
    public <T> void schedule(JobKind<T> kind, String id, T data, Instant at) {
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(kind.name(), id, kind.write().apply(data)), at);
    }

    @Override
    public void cancel(JobKind<?> kind, String id) {
        if (table.isWaiting(kind.name(), id)) {
            try {
                scheduler.cancel(TaskInstanceId.of(kind.name(), id));
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
                log.debug("job {} {} began before it could be cancelled", kind.name(), id, e);
            }
        }
    }

    @Override
    public List<Waiting> waiting(int first, int most) {
        return table.waiting(first, most);
    }

    @Override
    public long countWaiting() {
        return table.countWaiting();
    }

    @Override
    public List<Failed> failed(int first, int most) {
        return table.failed(first, most);
    }

    @Override
    public long countFailed() {
        return table.countFailed();
    }

    @Override
    public boolean again(long failed) {
        return table.takeFailed(failed)
                .map(taken -> scheduler.scheduleIfNotExists(
                        new TaskInstance<>(taken.kind(), taken.id(), taken.data()), clock.instant()))
                .orElse(false);
    }

    int forgetFailed(Instant before) {
        return table.forgetFailed(before);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            synchronized (this) {
                if (started) {
                    scheduler.stop();
                }
            }
        }
    }

    private static SchedulerBuilder startTasks(SchedulerBuilder builder, List<RecurringTask<Void>> repeated) {
        return builder.startTasks(repeated);
    }

    private <T> Task<String> task(Job<T> job) {
        JobKind<T> kind = job.kind();
        return Tasks.oneTime(kind.name(), String.class)
                .onFailure((complete, operations) -> failed(job.retries(), complete, operations))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.run(kind.read().apply(instance.getData()), new Run(context)));
    }

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .onFailure((complete, operations) -> {
                    note(complete);
                    operations.reschedule(complete, complete.getTimeDone().plus(job.every()));
                })
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.run(new Run(context)));
    }

    private void failed(Retries retries, ExecutionComplete complete, ExecutionOperations<String> operations) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        note(complete);
        if (retries.isOver(failures)) {
            TaskInstance<?> instance = complete.getExecution().taskInstance;
            table.addFailed(
                    new Failed(
                            0,
                            instance.getTaskName(),
                            instance.getId(),
                            complete.getTimeDone(),
                            failures,
                            error(complete)),
                    String.valueOf(instance.getData()));
            operations.remove();
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(retries.delayAfter(failures)));
        }
    }

    private void note(ExecutionComplete complete) {
        TaskInstance<?> instance = complete.getExecution().taskInstance;
        table.setError(instance.getTaskName(), instance.getId(), error(complete));
    }

    private static String error(ExecutionComplete complete) {
        return complete.getCause()
                .map(cause -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                .orElse("");
    }

    /** One run, as its job sees it. */
    private final class Run implements JobRun {
        private final ExecutionContext context;

        Run(ExecutionContext context) {
            this.context = context;
        }

        @Override
        public void progress(long done, long total) {
            TaskInstance<?> instance = context.getExecution().taskInstance;
            table.setProgress(instance.getTaskName(), instance.getId(), done, total);
        }

        @Override
        public int attempt() {
            return context.getExecution().consecutiveFailures + 1;
        }

        @Override
        public boolean isStopping() {
            return context.getSchedulerState().isShuttingDown();
        }
    }
}
