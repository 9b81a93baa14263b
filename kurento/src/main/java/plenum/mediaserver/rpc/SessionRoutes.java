package plenum.mediaserver.rpc;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plenum.mediaserver.object.ErrorCode;
import plenum.mediaserver.object.EventDelivery;
import plenum.mediaserver.object.MediaEvent;
import plenum.mediaserver.object.RequestRefused;

/** The connection over which a session is reached: the one that used it last. A session without one misses its events. */
public final class SessionRoutes implements EventDelivery {
    static final int MAX_ROUTES = 20_000;

    private final RpcCodec codec = new RpcCodec();
    private final Map<String, ClientLink> links = new ConcurrentHashMap<>();

    @Override
    public void deliver(String sessionId, MediaEvent event) {
        ClientLink link = links.get(sessionId);
        if (link != null) {
            link.send(codec.write(new RpcEvent(event).toJson()));
        }
    }

    void bind(String sessionId, ClientLink link) {
        if (links.size() >= MAX_ROUTES && !links.containsKey(sessionId)) {
            throw new RequestRefused(ErrorCode.NOT_ENOUGH_RESOURCES, "Too many sessions");
        }
        links.put(sessionId, link);
    }

    void unbind(String sessionId) {
        links.remove(sessionId);
    }

    void forget(ClientLink link) {
        links.values().removeIf(link::equals);
    }

    /** The sessions that are connected, and so alive. */
    public Set<String> connectedSessions() {
        return Set.copyOf(links.keySet());
    }
}
