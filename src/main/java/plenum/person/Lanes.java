package plenum.person;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import plenum.platform.Mailbox;

/**
 * Mailboxes for what waits for the database: what concerns one account is done in its order, and however many pages come at once, such as after
 * a restart, they hold a few of the database's connections at a time. Thread-safe.
 */
final class Lanes {
    private static final int COUNT = 4;

    private final List<Mailbox> mailboxes;

    /** @param threads give a thread whenever there is something to do */
    Lanes(Executor threads) {
        mailboxes = IntStream.range(0, COUNT)
                .mapToObj(lane -> new Mailbox("person", threads))
                .toList();
    }

    /**
     * Returns at once; false when so much waits already that it will never be done.
     *
     * @param key tasks with the same are done one after the other
     */
    boolean post(Object key, Runnable task) {
        return mailboxes.get(Math.floorMod(key.hashCode(), COUNT)).post(task);
    }
}
