package plenum.mediaserver.object;

/** The peer's failure: a request that cannot be done. Answered with its code and never logged with a stack trace. */
public final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public RequestRefused(ErrorCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }

    /** The error for a request about an object that does not exist. */
    static RequestRefused notFound(String objectId) {
        return new RequestRefused(ErrorCode.MEDIA_OBJECT_NOT_FOUND, "Object '" + objectId + "' not found");
    }

    static RequestRefused marshalling(String message) {
        return new RequestRefused(ErrorCode.MARSHALL_ERROR, message);
    }
}
