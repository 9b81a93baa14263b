package plenum.media;

/**
 * An ICE candidate, of the browser or of the media server.
 *
 * @param text {@code candidate:…} (RFC 8839 section 5.1)
 * @param mid media section it belongs to
 * @param line index of that section
 */
public record IceCandidate(String text, String mid, int line) {}
