package plenum.mediaserver.webrtc;

import java.util.HashMap;
import java.util.Map;

/** The clients of one loop that have a name: whoever is called the same shares one network. */
final class Clients {
    private final Map<String, ClientBudget> byName = new HashMap<>();

    ClientBudget named(String name) {
        return byName.computeIfAbsent(name, key -> new ClientBudget(() -> byName.remove(key)));
    }

    int count() {
        return byName.size();
    }
}
