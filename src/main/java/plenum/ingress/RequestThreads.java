package plenum.ingress;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Worker threads for requests, shared fairly among clients: each has at most a few at a time, however many requests it sends and however
 * slowly it reads the responses. A request that waits for its turn holds no thread. Thread-safe; never blocks.
 */
final class RequestThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 30;

    private final int perClient;
    private final int waitingPerClient;
    private final ThreadPoolExecutor pool;
    private final Map<String, Turn> turns = new HashMap<>();

    /** One client's running requests, and those that wait. */
    private static final class Turn {
        private final String client;
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;

        Turn(String client) {
            this.client = client;
        }
    }

    /**
     * @param threads of all clients together
     * @param perClient of one of them at a time
     * @param waitingPerClient further requests of one client; more are refused
     */
    RequestThreads(int threads, int perClient, int waitingPerClient, ThreadFactory factory) {
        this.perClient = perClient;
        this.waitingPerClient = waitingPerClient;
        // not bounded by itself: each client has no more than its few in it
        this.pool = new ThreadPoolExecutor(
                threads, threads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs a task in its client's turn.
     *
     * @param client a network address, as {@link plenum.platform.NetworkAddress} counts them
     * @return false when too much of that client's waits already, or after the end
     */
    synchronized boolean submit(String client, Runnable task) {
        Turn turn = turns.computeIfAbsent(client, Turn::new);
        if (turn.running >= perClient) {
            return turn.waiting.size() < waitingPerClient && turn.waiting.add(task);
        }
        return run(turn, task);
    }

    private boolean run(Turn turn, Runnable task) {
        try {
            pool.execute(() -> {
                try {
                    task.run();
                } finally {
                    done(turn);
                }
            });
            turn.running++;
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private synchronized void done(Turn turn) {
        turn.running--;
        Runnable next = turn.waiting.poll();
        if (next != null) {
            run(turn, next);
        } else if (turn.running == 0) {
            turns.remove(turn.client);
        }
    }

    /** How many clients have something under way. */
    synchronized int clients() {
        return turns.size();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
