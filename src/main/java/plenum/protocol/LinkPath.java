package plenum.protocol;

/** The transport that media take between a browser and the media server. */
public enum LinkPath {
    UDP,
    TCP,
    /** Over a TURN server. */
    RELAY,
    /** None works now. */
    NONE
}
