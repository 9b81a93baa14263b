package plenum.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/**
 * Seals the headers of files again that are still sealed with an older key; their content stays. An interrupted run continues with the
 * remaining files. When it reports that none are left, the older key can be removed from the settings.
 */
@ApplicationScoped
public class RotateKeys implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

    @Inject
    LocalStorage storage;

    @Override
    public String name() {
        return "storage-rotate";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(JobRun run) {
        rotate(storage, run);
    }

    static void rotate(LocalStorage storage, JobRun run) {
        long changed = 0;
        long failed = 0;
        long seen = 0;
        try (Stream<LocalStorage.Found> files = storage.objects()) {
            for (LocalStorage.Found file : (Iterable<LocalStorage.Found>) files::iterator) {
                if (run.isStopping()) {
                    return;
                }
                try {
                    changed += storage.rotate(file.id()) ? 1 : 0;
                } catch (StorageException e) {
                    failed++;
                    log.warn("stored file {} keeps its key: {}", file.id(), e.getMessage());
                }
                seen++;
                if (seen % 1000 == 0) {
                    run.progress(seen, seen);
                }
            }
        }
        if (changed + failed > 0) {
            log.info(
                    "{} stored files were sealed with the current key, {} could not be; no others have an older one",
                    changed,
                    failed);
        }
    }
}
