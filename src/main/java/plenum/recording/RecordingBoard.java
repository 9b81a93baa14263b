package plenum.recording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All recordings, for whoever looks after this server: how they are, not what is in them. Blocks on the database. */
public interface RecordingBoard {
    /** The latest first. */
    List<Entry> entries(Optional<Recording.State> state, int first, int most);

    int count(Optional<Recording.State> state);

    /** Of all films that are delivered. */
    long bytes();

    /** Those that something is wrong with. */
    int troubled();

    /**
     * One of them.
     *
     * @param owner their address
     * @param millis how long the film is; zero while there is none
     */
    record Entry(
            UUID id,
            String meeting,
            String owner,
            Instant startedAt,
            Recording.State state,
            String trouble,
            long bytes,
            long millis) {}
}
