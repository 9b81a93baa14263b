package plenum.mediaserver.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a run cannot go on without. */
final class Waiting {
    private static final int LIMIT_SECONDS = 15;

    private Waiting() {}

    /** @throws BenchFailure when it failed, or has not come within 15 seconds */
    static <T> T on(CompletableFuture<T> future, String what) throws BenchFailure {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new BenchFailure("waited in vain for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while waiting for " + what, e);
        }
    }
}
