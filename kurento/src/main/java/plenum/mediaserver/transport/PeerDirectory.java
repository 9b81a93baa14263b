package plenum.mediaserver.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which peer is meant by the user name of an ICE check, on whatever port and loop the check arrives. Read by every loop without a lock; a
 * peer's own loop writes.
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
