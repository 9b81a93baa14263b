package plenum.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.TryAgainException;
import plenum.storage.StorageException.Reason;

/**
 * Reads every object that an owner refers to, and records those that are missing or changed. Continues where it was when the server
 * stopped.
 */
@ApplicationScoped
public class IntegrityCheck implements Job<UUID> {
    /** Its data are the id after which it goes on. */
    public static final JobKind<UUID> KIND = JobKind.ofId("storage-check");

    public static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private static final Logger log = LoggerFactory.getLogger(IntegrityCheck.class);
    private static final int PAGE = 100;

    @Inject
    LocalStorage storage;

    @Inject
    @Any
    Instance<ObjectOwner> owners;

    @Inject
    Damages damages;

    @Inject
    InstantSource clock;

    @Override
    public JobKind<UUID> kind() {
        return KIND;
    }

    @Override
    public void run(UUID from, JobRun run) {
        damages.all(Integer.MAX_VALUE).forEach(damage -> check(damage.object()));
        long checked = 0;
        for (ObjectOwner owner : owners) {
            UUID after = from;
            for (List<UUID> page = owner.objectsAfter(after, PAGE);
                    !page.isEmpty();
                    page = owner.objectsAfter(after, PAGE)) {
                for (UUID object : page) {
                    if (run.isStopping()) {
                        throw new TryAgainException("the server stops");
                    }
                    check(object);
                    checked++;
                }
                after = page.getLast();
                run.progress(checked, checked);
            }
        }
        log.info("{} stored files were checked", checked);
    }

    private void check(UUID object) {
        try {
            storage.verify(object);
            damages.mended(object);
        } catch (StorageException e) {
            if (e.reason() != Reason.NOT_FOUND && e.reason() != Reason.DAMAGED) {
                throw e;
            }
            boolean needed = owners.stream()
                    .anyMatch(owner -> !owner.refersTo(List.of(object)).isEmpty());
            if (needed) {
                log.error("stored file {} is {}", object, e.reason());
                damages.found(object, e.reason(), clock.instant());
            } else {
                damages.mended(object);
            }
        }
    }
}
