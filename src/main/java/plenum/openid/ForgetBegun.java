package plenum.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Deletes sign-ins that were begun at a provider and never came back. */
@ApplicationScoped
public class ForgetBegun implements RecurringJob {
    @Inject
    OpenIdLinks links;

    @Override
    public String name() {
        return "openid-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(JobRun run) {
        links.forgetOld();
    }
}
