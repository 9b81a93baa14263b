package plenum.conference;

/** Somebody's wait before the door. */
public interface Knock {
    /** Posts: they went away, or their connection did. Without effect once the wait is over. */
    void withdraw();
}
