package plenum.mediaserver.record;

import java.util.Set;
import plenum.mediaserver.flow.MediaKind;
import plenum.mediaserver.flow.ServerClock;
import plenum.mediaserver.loop.EventLoop;
import plenum.mediaserver.uri.MediaLocations;
import plenum.mediaserver.uri.MediaLocations.Place;

/** Makes recordings, of places that are allowed. */
public final class Recorders {
    private final ServerClock clock;
    private final MediaLocations locations;

    public Recorders(ServerClock clock, MediaLocations locations) {
        this.clock = clock;
        this.locations = locations;
    }

    /** A recording into what the URI means; a place that is not allowed fails when recording begins, as one that cannot be opened. */
    public Recording create(EventLoop loop, String uri, Set<MediaKind> kinds, Recording.Listener listener) {
        return new Recording(loop, clock, kinds, target(uri), listener);
    }

    private RecordingTarget target(String uri) {
        return new LazyTarget(() -> switch (locations.find(uri)) {
            case Place.LocalFile file -> new FileTarget(file.path());
            case Place.Remote remote -> new HttpTarget(remote.uri());
        });
    }
}
