package plenum.signaling;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Timers;

/**
 * The tabs of people who are signed in. When a session has ended, wherever and by whom, such as by disabling the account, its tabs are shown out.
 * It is looked for, not told: so it holds on all nodes, whatever ended it. Thread-safe.
 */
public final class SignedInTabs {
    /** With what showing out takes, people are gone within five seconds. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(SignedInTabs.class);

    private final Map<UUID, Set<Tab>> bySession = new ConcurrentHashMap<>();
    private final UnaryOperator<Set<UUID>> running;

    /** @param running asks which of these sessions go on; blocks on the database */
    public SignedInTabs(UnaryOperator<Set<UUID>> running) {
        this.running = running;
    }

    /** One that is shown out. */
    public interface Tab {
        void signedOut();
    }

    public void start(Timers timers, Executor threads) {
        timers.every(LOOK_EVERY, () -> threads.execute(this::look));
    }

    public void add(UUID session, Tab tab) {
        bySession.computeIfAbsent(session, id -> ConcurrentHashMap.newKeySet()).add(tab);
    }

    public void remove(UUID session, Tab tab) {
        bySession.computeIfPresent(session, (id, tabs) -> {
            tabs.remove(tab);
            return tabs.isEmpty() ? null : tabs;
        });
    }

    private void look() {
        Set<UUID> here = Set.copyOf(bySession.keySet());
        if (here.isEmpty()) {
            return;
        }
        try {
            Set<UUID> goOn = running.apply(here);
            here.stream().filter(session -> !goOn.contains(session)).forEach(this::showOut);
        } catch (RuntimeException e) {
            // while the database is away, nobody is shown out
            log.debug("sessions cannot be looked for", e);
        }
    }

    private void showOut(UUID session) {
        Set<Tab> tabs = bySession.remove(session);
        if (tabs != null) {
            tabs.forEach(Tab::signedOut);
        }
    }
}
