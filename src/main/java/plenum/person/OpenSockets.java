package plenum.person;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The open sockets of accounts. Nothing is kept of an account without one. Thread-safe.
 *
 * @param <S> the sockets
 */
final class OpenSockets<S> {
    /** Of one account: more pages than anybody looks at. */
    static final int MOST = 20;

    private final Map<UUID, Set<S>> byAccount = new HashMap<>();

    /** Returns the oldest one of the account, which is none any more, if there were too many. */
    synchronized Optional<S> add(UUID account, S socket) {
        Set<S> sockets = byAccount.computeIfAbsent(account, id -> new LinkedHashSet<>());
        sockets.add(socket);
        if (sockets.size() <= MOST) {
            return Optional.empty();
        }
        Iterator<S> oldestFirst = sockets.iterator();
        S oldest = oldestFirst.next();
        oldestFirst.remove();
        return Optional.of(oldest);
    }

    synchronized void remove(UUID account, S socket) {
        byAccount.computeIfPresent(account, (id, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    /** The oldest first. */
    synchronized List<S> of(UUID account) {
        return List.copyOf(byAccount.getOrDefault(account, Set.of()));
    }

    synchronized boolean has(UUID account) {
        return byAccount.containsKey(account);
    }

    /** Those that have one. */
    synchronized Set<UUID> accounts() {
        return Set.copyOf(byAccount.keySet());
    }
}
