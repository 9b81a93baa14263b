package plenum.conference;

import java.util.Collection;
import java.util.Optional;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;

/**
 * One subject of a meeting, such as its chat: handles the messages of its family and is told what happens to people. There is one object
 * for each conference. All methods are called in the conference's mailbox and must not block.
 *
 * @param <A> the family of messages
 */
public interface Topic<A extends ClientMessage> {

    /** Does what the sender asks, whose role allows it. A code says that nothing happened; the sender is told. */
    Optional<Failed.Code> handle(Participant by, A message);

    /** Somebody came in, came back or moved to another room, and asks for the state of the topic. */
    default void catchUp(Participant reader) {}

    /** These participants are in another room now, on all their devices. */
    default void moved(Collection<Participant> who) {}

    /** Somebody has left for good. */
    default void left(Participant participant) {}

    /** The conference is over. What is given to the ledger here is still stored. */
    default void ended() {}
}
