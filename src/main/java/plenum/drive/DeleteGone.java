package plenum.drive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.drive.GoneObjects.Gone;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.TryAgainException;
import plenum.storage.StorageException;

/** Deletes objects that no file refers to any more from where they are. A server that does not answer is asked again later. */
@ApplicationScoped
public class DeleteGone implements Job<String> {
    public static final JobKind<String> KIND = JobKind.ofText("drive-delete");

    private static final Logger log = LoggerFactory.getLogger(DeleteGone.class);
    private static final int PAGE = 200;

    @Inject
    GoneObjects gone;

    @Inject
    Storages storages;

    @Inject
    Targets targets;

    @Override
    public JobKind<String> kind() {
        return KIND;
    }

    @Override
    public void run(String data, JobRun run) {
        int failed = deleteAll();
        targets.forgetGone();
        if (failed > 0) {
            throw new TryAgainException(failed + " files could not be deleted from other servers");
        }
    }

    private int deleteAll() {
        int failed = 0;
        UUID after = new UUID(0, 0);
        for (List<Gone> page = gone.after(after, PAGE); !page.isEmpty(); page = gone.after(after, PAGE)) {
            for (Gone object : page) {
                try {
                    storages.of(object.target()).delete(object.key());
                    gone.deleted(object.key().id());
                } catch (StorageException e) {
                    log.warn("an object could not be deleted: {}", e.reason());
                    failed++;
                }
            }
            after = page.getLast().key().id();
        }
        return failed;
    }
}
