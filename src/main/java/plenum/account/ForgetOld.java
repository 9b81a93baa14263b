package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Deletes expired sessions, links and unfinished sign-ins. */
@ApplicationScoped
public class ForgetOld implements RecurringJob {
    @Inject
    Sessions sessions;

    @Inject
    Tickets tickets;

    @Inject
    SecondFactors factors;

    @Override
    public String name() {
        return "account-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(JobRun run) {
        sessions.forgetEnded();
        tickets.forgetOld();
        factors.forgetOld();
    }
}
