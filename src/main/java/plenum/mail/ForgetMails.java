package plenum.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Deletes what is known of mails after thirty days. */
@ApplicationScoped
public class ForgetMails implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Mails mails;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "mail-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(JobRun run) {
        mails.forget(clock.instant().minus(KEPT));
    }
}
