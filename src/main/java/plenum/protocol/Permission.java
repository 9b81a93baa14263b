package plenum.protocol;

/** What a message needs. The conference's permission table says which roles hold it. */
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
    MODERATE,
    /** To act on what is one's own, on the socket of whoever is signed in: nobody in a meeting. */
    OWN
}
