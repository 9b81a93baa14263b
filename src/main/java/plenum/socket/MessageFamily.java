package plenum.socket;

import java.util.Optional;

/**
 * The messages that sockets of one kind carry: their decoder, their rates, and the answers to those that are refused.
 *
 * @param <I> what comes in
 */
public interface MessageFamily<I> {
    /** Empty when the text is no message. */
    Optional<I> read(String text);

    /** @param message class of the message */
    RateLimit.Rate rateOf(Class<?> message);

    /** The last text on a socket that said something unreadable. */
    String unreadable();

    /**
     * The answer to what came too often.
     *
     * @param message empty when nobody looked at what it was
     */
    String tooOften(Optional<I> message);
}
