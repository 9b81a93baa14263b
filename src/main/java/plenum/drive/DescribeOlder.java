package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.job.JobRun;
import plenum.job.RecurringJob;
import plenum.job.TryAgainException;

/**
 * Has a look at files that were in a drive before their kind got pictures or words, and at those whose own job was given up: one after the
 * other, for a short time, so that new files do not wait for them. Each run begins at a random place, so that files of a server that does not
 * answer keep no others from their turn.
 */
@ApplicationScoped
public class DescribeOlder implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(DescribeOlder.class);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    /** What came just now has a job of its own. */
    private static final Duration NEW = Duration.ofHours(1);

    private static final UUID BEGINNING = new UUID(0, 0);
    private static final int PAGE = 20;

    @Inject
    DriveItems items;

    @Inject
    DescribeFile describe;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "drive-describe-older";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(JobRun run) {
        UUID start = UUID.randomUUID();
        Pass pass = new Pass(run, clock.instant());
        if (pass.after(start)) {
            pass.after(BEGINNING);
        }
    }

    /** One run. */
    private final class Pass {
        private final JobRun run;
        private final Instant began;
        private long done;

        Pass(JobRun run, Instant began) {
            this.run = run;
            this.began = began;
        }

        /** To the end of all ids; false when there is no more time. */
        boolean after(UUID id) {
            UUID last = id;
            for (List<DriveItem> page = next(last); !page.isEmpty(); page = next(last)) {
                for (DriveItem file : page) {
                    if (run.isStopping() || clock.instant().isAfter(began.plus(LONGEST_RUN))) {
                        return false;
                    }
                    look(file);
                }
                last = page.getLast().id();
                run.progress(done, done);
            }
            return true;
        }

        private List<DriveItem> next(UUID after) {
            return items.notDescribed(after, began.minus(NEW), PAGE);
        }

        private void look(DriveItem file) {
            try {
                describe.describe(file);
                done++;
            } catch (TryAgainException e) {
                log.debug("{} is looked at another time", file, e);
            }
        }
    }
}
