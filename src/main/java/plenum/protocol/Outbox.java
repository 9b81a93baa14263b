package plenum.protocol;

/** The way to one tab. Never blocks; a tab that does not read is cut off, and its participant is lost. */
public interface Outbox {
    void send(ServerMessage message);

    /** Sends what many are sent. */
    void send(Announcement announcement);

    /** Sends what the next message of the kind makes useless: left out, or replaced by that one, where something else waits. */
    void hint(Announcement announcement);

    /** Sends one last message and closes the connection. */
    void finish(ServerMessage last);
}
