package plenum.socket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import plenum.platform.Mailbox;

/**
 * The threads that serve sockets, each with a mailbox. Undertow's I/O threads are executors: one of them writes a frame to its own sockets
 * directly, while any other thread has to hand each frame over twice. A message to many sockets wakes each thread once. Thread-safe.
 */
final class SocketThreads {
    private final Map<Executor, Mailbox> mailboxes = new ConcurrentHashMap<>();

    /** The mailbox of this thread; null when it is none that takes work. */
    @Nullable
    Mailbox current() {
        return Thread.currentThread() instanceof Executor executor
                ? mailboxes.computeIfAbsent(executor, thread -> new Mailbox("sockets", thread))
                : null;
    }
}
