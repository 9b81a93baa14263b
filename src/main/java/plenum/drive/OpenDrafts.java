package plenum.drive;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import plenum.platform.Timers;
import plenum.storage.Draft;
import plenum.storage.LocalStorage;

/**
 * Drafts of uploads that go on. They stay open between the requests of an upload, because one that is taken up has to be read again from its
 * beginning. Thread-safe: one at a time uses a draft.
 */
@ApplicationScoped
public class OpenDrafts {
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(30);

    @Inject
    LocalStorage storage;

    @Inject
    Timers timers;

    @Inject
    InstantSource clock;

    private final Map<UUID, Open> open = new ConcurrentHashMap<>();

    /** One upload's draft, if it is open. */
    private static final class Open {
        private final ReentrantLock lock = new ReentrantLock();
        private Optional<Draft> draft = Optional.empty();
        private Instant used = Instant.EPOCH;
    }

    /** What is done with a draft. */
    interface Work<T> {
        T with(Draft draft) throws IOException;
    }

    @PostConstruct
    void start() {
        timers.every(LOOK, this::closeIdle);
    }

    /** Empty when another request uses it now. Makes the draft when there is none. */
    <T> Optional<T> use(UUID id, Work<T> work) throws IOException {
        Open entry = open.computeIfAbsent(id, key -> new Open());
        if (!entry.lock.tryLock()) {
            return Optional.empty();
        }
        try {
            if (open.get(id) != entry) {
                return Optional.empty(); // it was closed meanwhile
            }
            if (entry.draft.isEmpty()) {
                entry.draft = Optional.of(storage.takeUp(id).orElseGet(() -> storage.begin(id)));
            }
            return Optional.of(work.with(entry.draft.get()));
        } catch (IOException | RuntimeException e) {
            close(entry); // what it holds may not be what is on disk
            throw e;
        } finally {
            entry.used = clock.instant();
            entry.lock.unlock();
        }
    }

    /** It is finished, or given up. */
    void forget(UUID id) {
        Optional.ofNullable(open.remove(id)).ifPresent(entry -> {
            entry.lock.lock();
            try {
                close(entry);
            } finally {
                entry.lock.unlock();
            }
        });
    }

    private void closeIdle() {
        Instant before = clock.instant().minus(IDLE);
        open.forEach((id, entry) -> {
            if (entry.lock.tryLock()) {
                try {
                    if (entry.used.isBefore(before)) {
                        close(entry);
                        open.remove(id, entry);
                    }
                } finally {
                    entry.lock.unlock();
                }
            }
        });
    }

    private static void close(Open entry) {
        entry.draft.ifPresent(Draft::close);
        entry.draft = Optional.empty();
    }

    @PreDestroy
    void close() {
        open.keySet().forEach(this::forget);
    }
}
