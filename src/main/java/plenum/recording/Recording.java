package plenum.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A recording of a meeting.
 *
 * @param name of the meeting, when it began
 * @param owner account of whoever began it
 * @param by the name they had in the meeting
 * @param edition of the film that is or will be there: one more for each who withdrew
 * @param film empty until it is delivered
 * @param trouble why it is not delivered yet; empty when nothing is wrong
 * @param place where its owner wants the film; empty: in the drive that they chose for recordings
 * @param interrupted whether a failure of the server ended it
 */
public record Recording(
        UUID id,
        UUID meeting,
        String name,
        UUID owner,
        String by,
        Instant startedAt,
        Optional<Instant> endedAt,
        State state,
        int edition,
        Optional<Film> film,
        String trouble,
        Optional<RecordingDelivery.Place> place,
        boolean interrupted) {

    /** Where it is on its way. */
    public enum State {
        RECORDING,
        /** The film is being made. */
        MAKING,
        /** The film is made, and is being stored. */
        DELIVERING,
        READY,
        /** Nobody was recorded: there is no film. */
        EMPTY
    }

    /**
     * A finished film.
     *
     * @param item id of the file in its owner's drive
     * @param file name that it has for people
     * @param chapters their times and titles, as JSON, as the composer reports them
     * @param gaps times in which media are missing, likewise
     */
    public record Film(UUID item, String file, long bytes, long millis, String sha256, String chapters, String gaps) {}
}
