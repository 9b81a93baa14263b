package plenum.socket;

import java.time.InstantSource;
import plenum.platform.Settings;
import plenum.platform.Timers;

/** The services that all sockets of a server share. Thread-safe. */
public final class SocketServices {
    private final SocketBudget budget;
    private final SocketThreads threads = new SocketThreads();
    private final Timers timers;
    private final InstantSource clock;

    public SocketServices(Settings.Sockets limits, Timers timers, InstantSource clock) {
        this.budget = new SocketBudget(limits, clock);
        this.timers = timers;
        this.clock = clock;
    }

    SocketBudget budget() {
        return budget;
    }

    SocketThreads threads() {
        return threads;
    }

    Timers timers() {
        return timers;
    }

    InstantSource clock() {
        return clock;
    }
}
