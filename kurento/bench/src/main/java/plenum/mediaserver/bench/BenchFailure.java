package plenum.mediaserver.bench;

/** The run cannot be finished; the message is for its operator. */
final class BenchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
