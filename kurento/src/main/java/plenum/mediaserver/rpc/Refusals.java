package plenum.mediaserver.rpc;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs refused clients, with a limited rate. Callable from any thread. */
final class Refusals {
    static final Duration SPACING = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final boolean withToken;
    private final LongSupplier nanoTime;
    private boolean any;
    private long lastNanos;
    private long untold;

    /** @param withToken whether clients have to show a token */
    Refusals(boolean withToken, LongSupplier nanoTime) {
        this.withToken = withToken;
        this.nanoTime = nanoTime;
    }

    synchronized void refused() {
        untold++;
        long now = nanoTime.getAsLong();
        if (any && now - lastNanos < SPACING.toNanos()) {
            return;
        }
        any = true;
        lastNanos = now;
        String reason = withToken
                ? "it has not shown the token, as 'Authorization: Bearer' or as ?token= in the URL"
                : "without a token only programs of this machine may connect, by a loopback name";
        LOG.warn("a client was refused: {} ({} since this was said last)", reason, untold);
        untold = 0;
    }
}
