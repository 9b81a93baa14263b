package plenum.ingress;

import java.util.HashMap;
import java.util.Map;

/** Counts how much of a resource each client holds, and all clients together, and refuses more than the limits. Thread-safe. */
final class Allowance {
    private final int perClient;
    private final int total;
    private final Map<String, Integer> held = new HashMap<>();
    private int all;

    Allowance(int perClient, int total) {
        this.perClient = perClient;
        this.total = total;
    }

    /** Takes one; false when there is none left. What was taken has to be given back once. */
    synchronized boolean take(String client) {
        int mine = held.getOrDefault(client, 0);
        if (mine >= perClient || all >= total) {
            return false;
        }
        held.put(client, mine + 1);
        all++;
        return true;
    }

    synchronized void giveBack(String client) {
        held.computeIfPresent(client, (key, mine) -> mine == 1 ? null : mine - 1);
        all--;
    }
}
