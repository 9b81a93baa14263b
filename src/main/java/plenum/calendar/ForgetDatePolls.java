package plenum.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Deletes polls of dates, with the names of those who voted, ninety days after their last time. */
@ApplicationScoped
public class ForgetDatePolls implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    DatePolls polls;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "calendar-forget-polls";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run(JobRun run) {
        polls.forget(clock.instant().minus(KEPT));
    }
}
