package plenum.protocol;

/**
 * Sends messages to one browser. Never blocks. The connection of a browser that does not read is closed, and its participant counts as
 * lost.
 */
public interface Outbox {
    void send(ServerMessage message);

    /** Sends what many are sent. */
    void send(Announcement announcement);

    /** Sends what the next message of the kind makes useless: left out, or replaced by that one, where something else waits. */
    void hint(Announcement announcement);

    /** Sends one last message and closes the connection. */
    void finish(ServerMessage last);
}
