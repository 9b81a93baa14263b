package plenum.meeting;

/** What somebody is in a meeting; what they may do follows from it. */
public enum Role {
    /** Made the meeting. */
    CREATOR,
    /** Was made a moderator. */
    MODERATOR,
    PARTICIPANT;

    /** Whether this is somebody who may act on others. */
    public boolean moderates() {
        return this != PARTICIPANT;
    }
}
