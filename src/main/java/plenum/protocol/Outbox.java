package plenum.protocol;

/** The way to one tab. Never blocks; a tab that does not read is cut off, and its participant is lost. */
public interface Outbox {
    void send(ServerMessage message);

    /** Sends what many are sent. */
    void send(Announcement announcement);

    /** Sends one last message and closes the connection. */
    void finish(ServerMessage last);
}
