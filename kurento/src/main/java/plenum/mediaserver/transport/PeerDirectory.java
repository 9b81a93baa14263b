package plenum.mediaserver.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the peer of an ICE check by its user name, whatever port and loop the check arrives on. Read by every loop without a lock; written
 * by a peer's own loop.
 */
public final class PeerDirectory {
    private final Map<String, WebRtcTransport> byUfrag = new ConcurrentHashMap<>();

    void register(String ufrag, WebRtcTransport transport) {
        byUfrag.put(ufrag, transport);
    }

    void unregister(String ufrag) {
        byUfrag.remove(ufrag);
    }

    /** Forgets every name of a peer. */
    void unregister(WebRtcTransport transport) {
        byUfrag.values().removeIf(owner -> owner == transport);
    }

    /** The peer whose user name comes before the colon, or null. */
    @Nullable
    WebRtcTransport find(@Nullable String username) {
        int colon = username == null ? -1 : username.indexOf(':');
        return username == null || colon < 0 ? null : byUfrag.get(username.substring(0, colon));
    }
}
