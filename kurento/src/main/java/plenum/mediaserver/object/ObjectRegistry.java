package plenum.mediaserver.object;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All objects, and the sessions that refer to them. An object lives as long as a session refers to it; a reference to an object includes
 * its parents. An object that loses its last reference is closed on its home, children first.
 *
 * <p>The lock guards the maps and is never held while an object, a listener or an executor is called.
 */
public final class ObjectRegistry implements ObjectLookup {
    /** The session that holds what {@code getPipelines} has shown to anybody. */
    public static final String SHARED_SESSION = "";

    static final int MAX_SESSIONS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(ObjectRegistry.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, MediaObject> objects = new LinkedHashMap<>();
    private final Map<String, Set<MediaObject>> children = new LinkedHashMap<>();
    private final Map<String, RpcSession> sessions = new LinkedHashMap<>();
    private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<String> permanent = new HashSet<>();

    public ObjectRegistry() {
        sessions.put(SHARED_SESSION, new RpcSession());
    }

    public void addListener(RegistryListener listener) {
        listeners.add(listener);
    }

    /** Registers an object that cannot be released. */
    public void addPermanent(MediaObject object) {
        locked(() -> {
            objects.put(object.id(), object);
            return permanent.add(object.id());
        });
    }

    /** Registers an object, held by the session that made it. Refused when its parent is gone by now. */
    public void add(MediaObject object, String sessionId) {
        locked(() -> {
            object.parent().ifPresent(parent -> {
                require(parent.id());
                children.computeIfAbsent(parent.id(), id -> new LinkedHashSet<>())
                        .add(object);
            });
            objects.put(object.id(), object);
            hold(session(sessionId), object);
            return object;
        });
        LOG.info("{} created", object.id());
        listeners.forEach(listener -> listener.created(object));
    }

    public Optional<MediaObject> find(String objectId) {
        return Optional.ofNullable(locked(() -> objects.get(objectId)));
    }

    @Override
    public MediaObject require(String objectId) {
        return find(objectId).orElseThrow(() -> RequestRefused.notFound(objectId));
    }

    public List<MediaObject> childrenOf(MediaObject parent) {
        return locked(() -> List.copyOf(children.getOrDefault(parent.id(), Set.of())));
    }

    /** All objects that clients made, in the order of their making. */
    public List<MediaObject> all() {
        return locked(() -> objects.values().stream()
                .filter(object -> !permanent.contains(object.id()))
                .toList());
    }

    public List<String> sessionIds() {
        return locked(() -> List.copyOf(sessions.keySet()));
    }

    public boolean knowsSession(String sessionId) {
        return locked(() -> sessions.containsKey(sessionId));
    }

    /** A sign of life; false when the session is unknown. */
    public boolean keepAlive(String sessionId) {
        return locked(() -> {
            RpcSession session = sessions.get(sessionId);
            if (session != null) {
                session.keepAlive();
            }
            return session != null;
        });
    }

    /** Makes the session refer to the object and its parents. Creates the session when this is the first thing it touches. */
    public void refer(String sessionId, MediaObject object) {
        locked(() -> {
            RpcSession session = session(sessionId);
            if (objects.containsKey(object.id())) {
                hold(session, object);
            }
            return session;
        });
    }

    /** Ends the session's reference to an object and to all below it. */
    public void unrefer(String sessionId, MediaObject object) {
        destroy(locked(() -> {
            RpcSession session = session(sessionId);
            List<MediaObject> branch = branch(object);
            branch.forEach(member -> session.drop(member.id()));
            return removeUnreferenced(branch);
        }));
    }

    /** Removes an object and all below it, whoever refers to them. */
    public void release(MediaObject object) {
        destroy(locked(() -> {
            if (permanent.contains(object.id()) || !objects.containsKey(object.id())) {
                return List.of();
            }
            List<MediaObject> branch = branch(object);
            branch.forEach(this::remove);
            return branch;
        }));
    }

    /** Ends a session and all that only it referred to; false when it is unknown. */
    public boolean closeSession(String sessionId) {
        Optional<List<MediaObject>> orphans =
                locked(() -> Optional.ofNullable(sessions.get(sessionId)).map(session -> end(sessionId, session)));
        orphans.ifPresent(unreferenced -> ended(sessionId, unreferenced));
        return orphans.isPresent();
    }

    /** Ends the sessions that gave no sign of life since the last call: so they end after one to two periods. */
    public void collect() {
        Map<String, List<MediaObject>> orphansBySession = locked(() -> {
            Map<String, List<MediaObject>> dead = new LinkedHashMap<>();
            Map.copyOf(sessions).forEach((id, session) -> {
                if (!session.wasAliveUntilNow()) {
                    dead.put(id, end(id, session));
                }
            });
            return dead;
        });
        orphansBySession.forEach(this::ended);
    }

    /** Removes everything, for the end of the server. */
    public void clear() {
        destroy(locked(() -> {
            List<MediaObject> roots = objects.values().stream()
                    .filter(object -> object.parent().isEmpty() && !permanent.contains(object.id()))
                    .toList();
            List<MediaObject> everything = new ArrayList<>();
            roots.forEach(root -> everything.addAll(branch(root)));
            everything.forEach(this::remove);
            return everything;
        }));
    }

    private RpcSession session(String sessionId) {
        RpcSession session = sessions.get(sessionId);
        if (session == null) {
            if (sessions.size() >= MAX_SESSIONS) {
                throw new RequestRefused(ErrorCode.NOT_ENOUGH_RESOURCES, "Too many sessions");
            }
            session = new RpcSession();
            sessions.put(sessionId, session);
        }
        session.keepAlive();
        return session;
    }

    private static void hold(RpcSession session, MediaObject object) {
        session.refer(object.id());
        object.parent().ifPresent(parent -> hold(session, parent));
    }

    private List<MediaObject> end(String sessionId, RpcSession session) {
        if (!sessionId.equals(SHARED_SESSION)) {
            sessions.remove(sessionId);
        }
        List<MediaObject> held = session.references().stream()
                .map(objects::get)
                .filter(object -> object != null)
                .toList();
        session.references().clear();
        return removeUnreferenced(held);
    }

    private List<MediaObject> removeUnreferenced(List<MediaObject> candidates) {
        Set<MediaObject> orphans = new LinkedHashSet<>();
        for (MediaObject candidate : candidates) {
            boolean held = sessions.values().stream().anyMatch(session -> session.refersTo(candidate.id()));
            if (!held && !permanent.contains(candidate.id())) {
                orphans.addAll(branch(candidate));
            }
        }
        List<MediaObject> childrenFirst = childrenFirst(orphans);
        childrenFirst.forEach(this::remove);
        return childrenFirst;
    }

    private static List<MediaObject> childrenFirst(Set<MediaObject> objects) {
        return objects.stream()
                .sorted(Comparator.comparingInt(ObjectRegistry::depth).reversed())
                .toList();
    }

    private static int depth(MediaObject object) {
        return object.parent().map(parent -> 1 + depth(parent)).orElse(0);
    }

    /** The object and all below it, children first. */
    private List<MediaObject> branch(MediaObject root) {
        Deque<MediaObject> parentsFirst = new ArrayDeque<>(List.of(root));
        List<MediaObject> branch = new ArrayList<>();
        while (!parentsFirst.isEmpty()) {
            MediaObject next = parentsFirst.removeFirst();
            branch.addFirst(next);
            parentsFirst.addAll(children.getOrDefault(next.id(), Set.of()));
        }
        return branch;
    }

    private void remove(MediaObject object) {
        objects.remove(object.id());
        children.remove(object.id());
        object.parent().ifPresent(parent -> {
            Set<MediaObject> siblings = children.get(parent.id());
            if (siblings != null) {
                siblings.remove(object);
            }
        });
        sessions.values().forEach(session -> session.drop(object.id()));
    }

    private void ended(String sessionId, List<MediaObject> orphans) {
        LOG.debug("session ended with {} objects", orphans.size());
        destroy(orphans);
        listeners.forEach(listener -> listener.sessionEnded(sessionId));
    }

    private void destroy(List<MediaObject> childrenFirst) {
        childrenFirst.forEach(object -> object.home().execute(() -> close(object)));
    }

    /** An object that fails to close is removed nevertheless. */
    private void close(MediaObject object) {
        try {
            object.close();
            LOG.info("{} closed", object.id());
        } catch (RuntimeException e) {
            LOG.error("{} could not be closed", object.id(), e);
        }
        listeners.forEach(listener -> listener.destroyed(object));
    }

    private <T extends @Nullable Object> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
