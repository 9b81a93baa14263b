package plenum.conference;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * The threads of a meeting. What is given to them runs at once; while they are held, it waits until a test says so, in order. A mailbox gives
 * them everything that waits in it as one task: the decisions of a moment are stored in one step, and told in the next.
 */
public final class Steps implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean held;

    @Override
    public void execute(Runnable task) {
        if (held) {
            waiting.add(task);
        } else {
            task.run();
        }
    }

    public void hold() {
        held = true;
    }

    /** Runs the task that has waited longest; what it gives the threads waits. */
    public void step() {
        waiting.remove().run();
    }

    /** Runs everything that waits, and whatever comes of it. */
    public void release() {
        while (!waiting.isEmpty()) {
            step();
        }
        held = false;
    }
}
