package plenum.calendar;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** Files of drives that belong to events. Blocks on the database. */
public interface Attachments {
    int MOST = 20;

    /** By name. */
    List<Attachment> of(UUID event);

    /** Takes the place of those that the event has. */
    void set(UUID event, List<Attachment> attachments);

    /** Gives an event those of another. */
    void copy(UUID from, UUID to);

    /**
     * A file.
     *
     * @param owner whose it is
     * @param name as it was when it was attached
     */
    record Attachment(UUID item, UUID owner, String name) implements Serializable {}
}
