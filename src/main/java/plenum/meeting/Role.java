package plenum.meeting;

/** The role of a person in a meeting. Permissions follow from it. */
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
