package plenum.mediaserver.record;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.uri.MediaLocations;
import plenum.mediaserver.uri.MediaLocations.Place;

/** Creates recordings to allowed locations. */
public final class Recorders {
    private static final Logger log = LoggerFactory.getLogger(Recorders.class);

    private final ServerClock clock;
    private final MediaLocations locations;
    private final Set<CompletableFuture<Void>> running = ConcurrentHashMap.newKeySet();

    public Recorders(ServerClock clock, MediaLocations locations) {
        this.clock = clock;
        this.locations = locations;
    }

    /** A recording into what the URI means; a place that is not allowed fails when recording begins, as one that cannot be opened. */
    public Recording create(EventLoop loop, String uri, Set<MediaKind> kinds, Recording.Listener listener) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        return new Recording(loop, clock, kinds, target(uri), listener, new Recording.Storing(stored, () -> {
            running.add(stored);
            stored.whenComplete((done, failure) -> running.remove(stored));
        }));
    }

    /** Waits until all recordings that have been stopped are stored; no longer than this. Blocks, so never called on a loop. */
    public void awaitStored(Duration longest) {
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("recordings were not stored to their end");
        }
    }

    private RecordingTarget target(String uri) {
        return new LazyTarget(() -> switch (locations.find(uri)) {
            case Place.LocalFile file -> new FileTarget(file.path());
            case Place.Remote remote -> new HttpTarget(remote.uri());
        });
    }
}
