package plenum.socket;

import java.util.function.Consumer;

/** The operations that are needed of a container's socket. */
public interface Wire {
    /** Returns at once; {@code sent} is told, on any thread, whether it went out. Only one text at a time. */
    void send(String text, Consumer<Boolean> sent);

    void ping();

    void close(CloseReason reason);

    /** Why we close (RFC 6455 section 7.4.1). */
    enum CloseReason {
        DONE(1000),
        PROTOCOL_ERROR(1002),
        TEXT_ONLY(1003),
        TOO_LATE(1008),
        TOO_OFTEN(1008),
        TOO_LARGE(1009),
        TOO_SLOW(1013),
        NO_ROOM(1013);

        private final int code;

        CloseReason(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
