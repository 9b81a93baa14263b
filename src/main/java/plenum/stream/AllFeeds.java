package plenum.stream;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The feeds of all conferences, by their id. Thread-safe. */
public final class AllFeeds {
    private final Map<UUID, Feeds> byConference = new ConcurrentHashMap<>();

    Feeds begin(UUID conference) {
        Feeds feeds = new Feeds();
        byConference.put(conference, feeds);
        return feeds;
    }

    void end(UUID conference, Feeds feeds) {
        byConference.remove(conference, feeds);
    }

    /** Of a conference that is going on, in its mailbox. */
    public Feeds of(UUID conference) {
        Feeds feeds = byConference.get(conference);
        if (feeds == null) {
            throw new IllegalStateException("a conference without media");
        }
        return feeds;
    }
}
