package plenum.protocol;

/** Something that a message needs. Which role holds it is decided by the conference's permission table. */
public enum Permission {
    /** To ask to come in: only from outside. */
    ENTER,
    /** To measure the connection: anybody. */
    PROBE,
    /** To be here: one's own devices, tiles and leaving. */
    TAKE_PART,
    /** To publish audio, video and screens. */
    PUBLISH,
    /** To decide who comes in. */
    KEEP_THE_DOOR,
    /** To write, ask, vote, raise a hand and react. */
    TALK,
    /** To act on others. */
    MODERATE
}
