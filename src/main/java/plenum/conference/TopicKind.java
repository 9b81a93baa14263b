package plenum.conference;

import java.util.function.Function;
import plenum.protocol.ClientMessage;

/**
 * A topic that conferences have. The composition root lists all of them, in the order in which they are told of people.
 *
 * @param messages the family of messages that the topic handles, such as {@code ChatMessages.Ask}
 * @param begin makes the topic of a conference that has just begun
 */
public record TopicKind<A extends ClientMessage>(Class<A> messages, Function<Conference, Topic<A>> begin) {}
