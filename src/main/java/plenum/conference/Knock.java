package plenum.conference;

/** The wait of a person in the lobby. */
public interface Knock {
    /** Posts: they went away, or their connection did. Without effect once the wait is over. */
    void withdraw();
}
