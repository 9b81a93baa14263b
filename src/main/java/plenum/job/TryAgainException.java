package plenum.job;

/**
 * Thrown by a job that could not do its work for a temporary reason, such as a server that does not answer. Its message is shown in the
 * console.
 */
public final class TryAgainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TryAgainException(String why) {
        super(why, null, false, false); // the reason says it all: no stack trace fills the log
    }
}
