package plenum.media;

/** A session description, an offer or an answer (RFC 8866). */
public record Sdp(String text) {
    /** Addresses and keys stay out of logs. */
    @Override
    public String toString() {
        return "Sdp[" + text.length() + " characters]";
    }
}
