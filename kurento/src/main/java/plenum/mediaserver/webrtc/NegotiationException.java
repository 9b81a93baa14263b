package plenum.mediaserver.webrtc;

/** An offer or answer that cannot be used; the reason is one of Kurento's messages. */
public final class NegotiationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, as Kurento tells it. */
    public enum Reason {
        INVALID_SDP,
        EMPTY_OFFER,
        ALREADY_NEGOTIATED,
        OFFER_NOT_GENERATED,
        ANSWER_ALREADY_PROCESSED,
        NOT_NEGOTIATED
    }

    private final Reason reason;

    public NegotiationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
