package plenum.media;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Access to the media servers. */
public interface MediaGateway {
    /**
     * Opens a room on the least loaded server, as soon as any can be reached; the future may take forever, and is cancelled by those who
     * no longer want the room.
     *
     * @param label names the conference in the media server's own lists
     */
    CompletableFuture<MediaRoom> open(String label, RoomListener listener);

    List<ServerHealth> health();

    /**
     * One media server.
     *
     * @param address host and port
     */
    record ServerHealth(String address, boolean up) {}
}
