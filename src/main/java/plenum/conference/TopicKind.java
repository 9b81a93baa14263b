package plenum.conference;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import plenum.protocol.ClientMessage;

/**
 * A kind of topic. The composition root lists all kinds, in the order in which their topics are told of events.
 *
 * @param messages the family of messages that the topic handles, such as {@code ChatMessages.Ask}
 * @param begin makes the topic of a conference that has just begun
 * @param on whether this server has the topic now; asked again and again
 */
public record TopicKind<A extends ClientMessage>(
        Class<A> messages, Function<Conference, Topic<A>> begin, BooleanSupplier on) {
    /** A kind that every server has. */
    public TopicKind(Class<A> messages, Function<Conference, Topic<A>> begin) {
        this(messages, begin, () -> true);
    }
}
