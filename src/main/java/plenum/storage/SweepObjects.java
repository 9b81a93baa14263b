package plenum.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/** Deletes objects and drafts that no owner refers to: their writer died before the reference was stored, or has deleted it. */
@ApplicationScoped
public class SweepObjects implements RecurringJob {
    /** So that what is being written now is left alone. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(SweepObjects.class);
    private static final int BATCH = 500;

    @Inject
    LocalStorage storage;

    @Inject
    @Any
    Instance<ObjectOwner> owners;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "storage-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run(JobRun run) {
        sweep(storage, owners.stream().toList(), clock.instant().minus(GRACE));
    }

    /** @return how many were deleted */
    static int sweep(LocalStorage storage, List<ObjectOwner> owners, Instant before) {
        if (owners.isEmpty()) {
            return 0; // nobody says what is needed
        }
        int deleted;
        try (var objects = storage.objects();
                var drafts = storage.drafts()) {
            deleted = sweep(objects, before, ask(owners, ObjectOwner::refersTo), id -> storage.delete(ObjectKey.of(id)))
                    + sweep(drafts, before, ask(owners, ObjectOwner::writes), storage::dropDraft);
        }
        if (deleted > 0) {
            log.info("{} stored files that nobody refers to were deleted", deleted);
        }
        return deleted;
    }

    /** How many objects nobody refers to, and their bytes; younger ones too. */
    static Orphans count(LocalStorage storage, List<ObjectOwner> owners) {
        long[] sums = new long[2];
        try (Stream<LocalStorage.Found> objects = storage.objects()) {
            inBatches(objects, batch -> {
                Set<UUID> needed = ask(owners, ObjectOwner::refersTo).apply(ids(batch));
                batch.stream().filter(file -> !needed.contains(file.id())).forEach(file -> {
                    sums[0]++;
                    sums[1] += file.bytes();
                });
            });
        }
        return new Orphans(sums[0], sums[1]);
    }

    /** Objects that nobody refers to. */
    public record Orphans(long files, long bytes) {}

    private static int sweep(Stream<LocalStorage.Found> files, Instant before, Needed needed, Consumer<UUID> delete) {
        int[] deleted = new int[1];
        inBatches(files.filter(file -> file.at().isBefore(before)), batch -> {
            Set<UUID> kept = needed.apply(ids(batch));
            batch.stream()
                    .map(LocalStorage.Found::id)
                    .filter(id -> !kept.contains(id))
                    .forEach(id -> {
                        delete.accept(id);
                        deleted[0]++;
                    });
        });
        return deleted[0];
    }

    private static void inBatches(Stream<LocalStorage.Found> files, Consumer<List<LocalStorage.Found>> work) {
        List<LocalStorage.Found> batch = new ArrayList<>();
        files.forEach(file -> {
            batch.add(file);
            if (batch.size() == BATCH) {
                work.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            work.accept(batch);
        }
    }

    private static List<UUID> ids(List<LocalStorage.Found> files) {
        return files.stream().map(LocalStorage.Found::id).toList();
    }

    /** The ids that an owner refers to. */
    private interface Needed {
        Set<UUID> apply(List<UUID> ids);
    }

    private static Needed ask(List<ObjectOwner> owners, BiFunction<ObjectOwner, List<UUID>, Set<UUID>> question) {
        return ids -> {
            Set<UUID> needed = new HashSet<>();
            owners.forEach(owner -> needed.addAll(question.apply(owner, ids)));
            return needed;
        };
    }
}
