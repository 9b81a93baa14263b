package plenum.whiteboard;

import java.util.concurrent.atomic.AtomicLong;

/** Limits the characters that all boards of this server hold in memory. Thread-safe. */
public final class BoardBudget {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    public BoardBudget(long most) {
        this.most = most;
    }

    /** A quarter of the memory that this process may have. */
    public static BoardBudget ofThisProcess() {
        return new BoardBudget(Runtime.getRuntime().maxMemory() / 4);
    }

    /** Changes what one board holds. Growth is refused when all is taken. */
    boolean change(long by) {
        if (held.addAndGet(by) <= most || by <= 0) {
            return true;
        }
        held.addAndGet(-by);
        return false;
    }
}
