package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Looks every quarter of a minute whom to remind of what. What came due while the server was away is given after its start. */
@ApplicationScoped
public class RemindAll implements RecurringJob {
    private static final int PAGE = 200;
    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    Reminders reminders;

    @Inject
    Reminding reminding;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "calendar-remind";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run(JobRun run) {
        Instant now = clock.instant();
        List<UUID> due = reminders.due(now, PAGE);
        while (!due.isEmpty() && !run.isStopping()) {
            due.forEach(reminding::remind);
            due = due.size() < PAGE ? List.of() : reminders.due(now, PAGE);
        }
        reminders.forget(now.minus(KEPT));
    }
}
