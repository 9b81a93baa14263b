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
 * The database work of one conference, in a mailbox of its own because the database may be slow. Work is done in the order in which it was
 * asked for, and outcomes are posted to the conference's mailbox in the same order.
 */
public final class Ledger {
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Mailbox work;
    private final InstantSource clock;
    private final Executor conference;
    private Instant pausedUntil = Instant.MIN;

    /** @param conference posts to the conference's mailbox */
    Ledger(String name, Executor threads, InstantSource clock, Executor conference) {
        this.work = new Mailbox("ledger of " + name, threads);
        this.clock = clock;
        this.conference = conference;
    }

    /** Writes something that holds whether it could be written or not. */
    public void keep(Runnable write) {
        keep(write, () -> {}, () -> {});
    }

    /** For what is to be true only once it is written: {@code then} and {@code failed} happen in the conference's mailbox. */
    void keep(Runnable write, Runnable then, Runnable failed) {
        work.post(() -> attempt(
                () -> {
                    write.run();
                    return then;
                },
                Runnable::run,
                failed));
    }

    /**
     * For what somebody waits for and can ask again: fails at once for a moment after every failure, so that nothing piles up while the
     * database is away. Called in the conference's mailbox.
     *
     * @param asked reads or writes
     * @param then given the outcome, in the conference's mailbox
     * @param unavailable instead, when it failed or was not tried
     */
    public <T> void ask(Supplier<T> asked, Consumer<T> then, Runnable unavailable) {
        boolean posted = work.post(() -> {
            if (clock.instant().isBefore(pausedUntil)) {
                conference.execute(unavailable);
            } else {
                attempt(asked, then, unavailable);
            }
        });
        if (!posted) {
            unavailable.run();
        }
    }

    private <T> void attempt(Supplier<T> asked, Consumer<T> then, Runnable failed) {
        T outcome;
        try {
            outcome = asked.get();
        } catch (RuntimeException e) {
            log.warn("something could not be stored or read", e);
            pausedUntil = clock.instant().plus(PAUSE);
            conference.execute(failed);
            return;
        }
        conference.execute(() -> then.accept(outcome));
    }

    /** Takes no more work; earlier work is still done. */
    void close() {
        work.close();
    }
}
