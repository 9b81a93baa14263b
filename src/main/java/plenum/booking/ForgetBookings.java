package plenum.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Deletes bookings that have been over for thirty days. */
@ApplicationScoped
public class ForgetBookings implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Bookings bookings;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "booking-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run(JobRun run) {
        bookings.forget(clock.instant().minus(KEPT));
    }
}
