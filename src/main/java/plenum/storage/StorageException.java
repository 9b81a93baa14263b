package plenum.storage;

import org.jspecify.annotations.Nullable;

/** A failure of a storage, and its kind. Its message contains neither file names nor secrets. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** The kind of failure, as it can be shown to a person. */
    public enum Reason {
        NOT_FOUND,
        /** It is not what was written, or its key is gone. */
        DAMAGED,
        FULL,
        /** The other server wants another name or password. */
        DENIED,
        /** The other server does not answer, or has no such place. */
        UNREACHABLE,
        /** The address is one that this server may not talk to. */
        FORBIDDEN_ADDRESS,
        /** Fewer or more bytes came than were announced. */
        WRONG_SIZE,
        FAILED
    }

    public StorageException(Reason reason, String message) {
        this(reason, message, null);
    }

    public StorageException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
