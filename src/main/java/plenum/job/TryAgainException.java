package plenum.job;

/** What a job throws when it could not do its work for a reason that is nobody's mistake, such as a server that is away; its message is shown. */
public final class TryAgainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TryAgainException(String why) {
        super(why, null, false, false); // the reason says it all: no stack trace fills the log
    }
}
