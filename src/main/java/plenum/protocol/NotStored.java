package plenum.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a message whose content could not be stored. After {@code UNAVAILABLE} and {@code THROTTLED} the same message may be sent
 * again.
 *
 * @param about type of the message
 * @param key of the message, id of the poll, or number of the chat message that it was about
 */
public record NotStored(String about, @Nullable String key, Reason reason) implements ServerMessage {
    /** Why. */
    public enum Reason {
        /** The database cannot be reached. */
        UNAVAILABLE,
        /** Too many in a short time. */
        THROTTLED,
        /** A moderator has locked this in the meeting. */
        LOCKED,
        /** It names something that is not there, or no more. */
        NOT_FOUND,
        /** It is somebody else's. */
        FORBIDDEN,
        /** Nothing readable is in it, or its parts do not fit. */
        UNUSABLE,
        /** There are as many already as there may be. */
        TOO_MANY
    }
}
