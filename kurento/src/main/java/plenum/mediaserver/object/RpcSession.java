package plenum.mediaserver.object;

import java.util.HashSet;
import java.util.Set;

/**
 * A client's references to objects. It outlives the client's connection, and ends when a whole collection period passes without a request
 * or ping. Guarded by its registry.
 */
final class RpcSession {
    private final Set<String> references = new HashSet<>();
    private boolean aliveInThisPeriod = true;

    void keepAlive() {
        aliveInThisPeriod = true;
    }

    /** Whether there was a sign of life since the last call. */
    boolean wasAliveUntilNow() {
        boolean alive = aliveInThisPeriod;
        aliveInThisPeriod = false;
        return alive;
    }

    void refer(String objectId) {
        references.add(objectId);
    }

    void drop(String objectId) {
        references.remove(objectId);
    }

    boolean refersTo(String objectId) {
        return references.contains(objectId);
    }

    Set<String> references() {
        return references;
    }
}
