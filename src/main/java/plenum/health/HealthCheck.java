package plenum.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import plenum.media.MediaGateway;
import plenum.meeting.store.Schema;
import plenum.platform.Timers;

/** Checks the database and the media servers. Never blocks its caller; requests that come at the same time share one check. */
@ApplicationScoped
public class HealthCheck {
    private static final long FRESH_MILLIS = 500;
    /** A database that hangs must not make the answer hang. */
    private static final long DATABASE_MILLIS = 1500;

    private static final long ALIVE_MILLIS = 800;

    @Inject
    Schema schema;

    @Inject
    MediaGateway media;

    @Inject
    Timers timers;

    @Inject
    InstantSource clock;

    private @Nullable CompletableFuture<HealthReport> last;
    private long lastAt;

    /** As things are, or were half a second ago. */
    public synchronized CompletionStage<HealthReport> report() {
        long now = clock.millis();
        CompletableFuture<HealthReport> latest = last;
        if (latest == null || latest.isDone() && Math.abs(now - lastAt) > FRESH_MILLIS) {
            latest = look();
            last = latest;
            lastAt = now;
        }
        return latest;
    }

    private CompletableFuture<HealthReport> look() {
        CompletableFuture<Boolean> database = new CompletableFuture<>();
        Thread.ofVirtual().name("health").start(() -> database.complete(schema.isUsable()));
        return database.completeOnTimeout(false, DATABASE_MILLIS, TimeUnit.MILLISECONDS)
                .thenApply(up -> new HealthReport(up, media.health()));
    }

    /**
     * Whether this process still does anything: timers fire and virtual threads, which are what meetings run on, get their turn. Depends on
     * nobody else, so that restarting it can help when it is false.
     */
    public CompletionStage<Boolean> alive() {
        CompletableFuture<Boolean> ran = new CompletableFuture<>();
        timers.after(Duration.ZERO, () -> Thread.ofVirtual().name("alive").start(() -> ran.complete(true)));
        return ran.completeOnTimeout(false, ALIVE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
