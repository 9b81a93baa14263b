package plenum.protocol;

import org.jspecify.annotations.Nullable;

/** The answer to a message that had no effect. The connection stays open, unless the frame could not be decoded at all. */
public record Failed(Code code, @Nullable String about) implements ServerMessage {
    /** Why. */
    public enum Code {
        /** Not readable: unknown type or field, duplicate key, over-long value. The socket closes after it. */
        MALFORMED,
        /** Not in the meeting yet, or in it already. */
        OUT_OF_PLACE,
        /** The sender's role may not do this. */
        FORBIDDEN,
        /** It names a participant, slot or source that does not exist. */
        NOT_FOUND,
        /** Too many messages; this one was dropped. */
        THROTTLED,
        /** There are as many already as there may be. */
        TOO_MANY,
        /** A text cannot be used for what it is meant. */
        BAD_VALUE,
        /** The offer was not usable. */
        BAD_OFFER,
        /** No media server can do this now. */
        MEDIA_UNAVAILABLE,
        /** Our fault; logged. */
        INTERNAL
    }
}
