package plenum.bench.signaling;

/** The command line cannot be understood; the message is for its writer. */
final class SignalingUsageException extends Exception {
    private static final long serialVersionUID = 1L;

    SignalingUsageException(String message) {
        super(message);
    }

    SignalingUsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
