package plenum.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.recording.Recordings.Kept;

/** Stores that a recording is over, with the answers that the database has not taken yet; tries every second for as long as the database is away. Should the server die meanwhile, {@link TidyRecordings} does the same. */
final class Ending {
    private static final Logger log = LoggerFactory.getLogger(Ending.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final RecordingServices around;
    private final UUID recording;
    private final Instant at;
    private final List<Kept> unstored;

    Ending(RecordingServices around, UUID recording, Instant at, List<Kept> unstored) {
        this.around = around;
        this.recording = recording;
        this.at = at;
        this.unstored = unstored;
    }

    /** Blocks on the database. */
    void store() {
        try {
            unstored.forEach(kept -> around.recordings().choose(recording, kept.choice(), kept.right()));
            around.recordings().end(recording, at, false);
            around.ended().accept(recording);
            around.live().stored(recording);
        } catch (RuntimeException e) {
            log.debug("the end of a recording cannot be stored yet", e);
            around.timers().after(AGAIN, () -> around.threads().execute(this::store));
        }
    }
}
