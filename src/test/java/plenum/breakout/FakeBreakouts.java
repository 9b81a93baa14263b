package plenum.breakout;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Plans in memory, until it is told to fail. */
public final class FakeBreakouts implements Breakouts {
    final Map<UUID, Plan> plans = new HashMap<>();
    boolean away;

    @Override
    public Plan of(UUID meeting) {
        answer();
        return plans.getOrDefault(meeting, Plan.NONE);
    }

    @Override
    public void store(UUID meeting, Plan plan) {
        answer();
        plans.put(meeting, plan);
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
    }
}
