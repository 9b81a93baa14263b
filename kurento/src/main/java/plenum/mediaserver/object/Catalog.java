package plenum.mediaserver.object;

import java.util.Optional;

/** The remote classes of which clients can create objects. */
@FunctionalInterface
public interface Catalog {
    /** By its short name, such as {@code WebRtcEndpoint}. */
    Optional<Factory> find(String name);
}
