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

    /** A participant comes in or comes back. The others have not been told yet; the welcome is sent after this. */
    default void entering(Entry entry) {}

    /** A participant has been sent the welcome: sends what else a browser has to know before it draws the meeting. */
    default void greet(Participant newcomer) {}

    /** A participant's browser asks for the state of the topic: after coming in, coming back, or moving to another room. */
    default void catchUp(Participant reader) {}

    /** The connection of a participant is lost; the place is kept for the grace time. */
    default void disconnected(Participant participant) {}

    /** Microphones or cameras of these participants were turned on or off, or may be turned on again. */
    default void devicesChanged(Collection<Participant> of) {}

    /** A participant moderates now, or does not any more. */
    default void roleChanged(Participant participant) {}

    /** The rules of the meeting changed. */
    default void rulesChanged() {}

    /** These participants are in another room now, on all their devices. */
    default void moved(Collection<Participant> who) {}

    /** A participant has left for good. */
    default void left(Participant participant) {}

    /** The conference is over. What is given to the ledger here is still stored. */
    default void ended() {}
}
