package plenum.mediaserver.bench;

import org.jspecify.annotations.Nullable;

/** The command line cannot be understood; the message is for its writer. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
