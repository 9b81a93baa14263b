package plenum.mediaserver.webrtc;

import java.util.HashMap;
import java.util.Map;

/** The named clients of one loop: peers with the same client name share one network path. */
final class Clients {
    private final Map<String, ClientBudget> byName = new HashMap<>();

    ClientBudget named(String name) {
        return byName.computeIfAbsent(name, key -> new ClientBudget(() -> byName.remove(key)));
    }

    int count() {
        return byName.size();
    }
}
