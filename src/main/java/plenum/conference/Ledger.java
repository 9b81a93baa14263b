package plenum.conference;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Mailbox;

/** Writes down what must survive: in the order it was decided, and never in the conference's mailbox, because the database may be slow. */
final class Ledger {
    private static final Logger log = LoggerFactory.getLogger(Ledger.class);

    private final Mailbox writes;
    private final Executor conference;

    /** @param conference posts to the conference's mailbox */
    Ledger(String name, Executor threads, Executor conference) {
        this.writes = new Mailbox("ledger of " + name, threads);
        this.conference = conference;
    }

    /** For what is true whether it could be written or not. */
    void keep(Runnable write) {
        keep(write, () -> {}, () -> {});
    }

    /** For what is to be true only once it is written: {@code then} and {@code failed} happen in the conference's mailbox. */
    void keep(Runnable write, Runnable then, Runnable failed) {
        writes.post(() -> {
            try {
                write.run();
            } catch (RuntimeException e) {
                log.warn("something could not be written down", e);
                conference.execute(failed);
                return;
            }
            conference.execute(then);
        });
    }

    /** No further writes; those before still happen. */
    void close() {
        writes.close();
    }
}
