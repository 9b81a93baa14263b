package plenum.recording;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The chat of a meeting, as far as it is still kept. Blocks on the database. */
public interface MeetingChat {
    /**
     * A message.
     *
     * @param participant who wrote it, by the id of their place
     * @param text as it reads now
     */
    record Line(UUID participant, String name, String text, Instant at) {}

    /** What was said to all in the main room in a time, oldest first. */
    List<Line> said(UUID meeting, Instant from, Instant to);
}
