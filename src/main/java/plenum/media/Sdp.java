package plenum.media;

import java.util.Optional;

/** A session description, an offer or an answer (RFC 8866). */
public record Sdp(String text) {
    /**
     * Whether this is a later description of the same session, such as an offer that restarts ICE: browsers keep the session id of the
     * origin line for as long as a peer connection lives (RFC 8829 section 5.2.2).
     */
    public boolean isOfSession(Sdp earlier) {
        return sessionId().isPresent() && sessionId().equals(earlier.sessionId());
    }

    private Optional<String> sessionId() {
        return text.lines()
                .filter(line -> line.startsWith("o="))
                .map(line -> line.split(" "))
                .filter(words -> words.length == 6)
                .map(words -> words[1])
                .findFirst();
    }

    /** Addresses and keys stay out of logs. */
    @Override
    public String toString() {
        return "Sdp[" + text.length() + " characters]";
    }
}
