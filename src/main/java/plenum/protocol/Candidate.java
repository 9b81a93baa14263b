package plenum.protocol;

/**
 * An ICE candidate (RFC 8839 section 5.1), empty for the end of candidates.
 *
 * @param candidate the attribute's value, {@code candidate:…}
 * @param mid the media section it belongs to
 * @param line index of that section
 */
public record Candidate(
        @Most(1024) String candidate,
        String mid,
        @Range(most = 63) int line) {}
