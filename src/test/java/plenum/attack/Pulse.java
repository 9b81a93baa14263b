package plenum.attack;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import plenum.mediaserver.loop.EventLoop;

/**
 * The beat at which bystanders send, every 20 ms, and the memory of when it was late: a pause of this process or of the whole machine is
 * none of the server's. On its loop.
 */
public final class Pulse {
    public static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int REMEMBERED = 1000;

    private final EventLoop loop;
    private final List<Runnable> beats = new ArrayList<>();
    private final Deque<Pause> pauses = new ArrayDeque<>();
    private long last;
    private boolean stopped;

    /** Two beats that were further from one another than they ought to be. */
    private record Pause(long from, long to) {}

    public Pulse(EventLoop loop) {
        this.loop = loop;
        last = loop.nanoTime();
        loop.execute(this::beat);
    }

    public void onBeat(Runnable action) {
        beats.add(action);
    }

    public void stop() {
        stopped = true;
    }

    private void beat() {
        if (stopped) {
            return;
        }
        long now = loop.nanoTime();
        if (now - last > INTERVAL.toNanos() * 3 / 2) {
            pauses.addLast(new Pause(last, now));
            if (pauses.size() > REMEMBERED) {
                pauses.removeFirst();
            }
        }
        last = now;
        beats.forEach(Runnable::run);
        loop.schedule(INTERVAL.minusNanos(Math.min(loop.nanoTime() - now, INTERVAL.toNanos() - 1)), this::beat);
    }

    /** How long the server alone was silent between two arrivals: the time between them without the longest pause of ours that overlaps it. */
    long silence(long from, long to) {
        long own = pauses.stream()
                .filter(pause -> pause.to() >= from && pause.from() <= to)
                .mapToLong(pause -> pause.to() - pause.from())
                .max()
                .orElse(0);
        return Math.max(0, to - from - own);
    }
}
