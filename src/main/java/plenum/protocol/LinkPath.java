package plenum.protocol;

/** Which way media take between a tab and the media server. */
public enum LinkPath {
    UDP,
    TCP,
    /** Over a TURN server. */
    RELAY,
    /** None works now. */
    NONE
}
