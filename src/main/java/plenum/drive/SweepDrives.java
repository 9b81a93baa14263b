package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import plenum.job.JobRun;
import plenum.job.RecurringJob;
import plenum.platform.Settings;
import plenum.storage.LocalStorage;

/** Deletes what was thrown away long ago, and uploads that nobody goes on with. */
@ApplicationScoped
public class SweepDrives implements RecurringJob {
    private static final Duration UPLOAD_KEPT = Duration.ofDays(7);
    private static final int PAGE = 200;

    @Inject
    DriveChanges changes;

    @Inject
    Uploads uploads;

    @Inject
    OpenDrafts drafts;

    @Inject
    LocalStorage storage;

    @Inject
    Drive drive;

    @Inject
    Settings settings;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "drive-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run(JobRun run) {
        Instant now = clock.instant();
        int days = settings.services().files().trashDays();
        if (days > 0) {
            while (!run.isStopping() && changes.deleteTrashed(now.minus(Duration.ofDays(days))) > 0) {
                // until there are none
            }
        }
        for (UUID upload : uploads.before(now.minus(UPLOAD_KEPT), PAGE)) {
            uploads.drop(upload);
            drafts.forget(upload);
            storage.dropDraft(upload);
        }
        drive.deleteObjects();
    }
}
