package plenum.protocol;

/** Whether media reach a browser, as it reports itself. */
public enum MediaReach {
    /** As far as it knows. */
    FINE,
    /** No media connection comes about, although the server is there: most likely a firewall. */
    BLOCKED,
    /** The browser has no WebRTC, or it is switched off. */
    UNSUPPORTED
}
