package plenum.conference;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;

/**
 * What a conference has to do with the database: one thing after the other in the order of asking, beside the conference's mailbox, into
 * which the outcome comes back. So what is stored first is told first. After a failure everything else fails at once for a moment: while
 * the database is away, nothing piles up and nobody waits.
 */
public final class Storage {
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Storage.class);

    private final Mailbox beside;
    private final InstantSource clock;
    private final Executor mailbox;
    private Instant closedUntil = Instant.MIN;

    Storage(String meeting, Executor threads, InstantSource clock, Executor mailbox) {
        this.beside = new Mailbox("storage " + meeting, threads);
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /**
     * Posts.
     *
     * @param work blocks on the database
     * @param then given the outcome, in the conference's mailbox
     * @param unavailable instead, when the work failed or was not tried
     */
    public <T> void ask(Supplier<T> work, Consumer<T> then, Runnable unavailable) {
        boolean posted = beside.post(() -> {
            if (clock.instant().isBefore(closedUntil)) {
                mailbox.execute(unavailable);
                return;
            }
            try {
                T outcome = work.get();
                mailbox.execute(() -> then.accept(outcome));
            } catch (RuntimeException e) {
                log.warn("something could not be stored or read", e);
                closedUntil = clock.instant().plus(PAUSE);
                mailbox.execute(unavailable);
            }
        });
        if (!posted) {
            unavailable.run();
        }
    }
}
