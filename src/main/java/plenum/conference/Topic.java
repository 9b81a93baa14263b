package plenum.conference;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages.Waiting;

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

    /** The others have been told of a participant who came in or came back. */
    default void entered(Entry entry) {}

    /** A participant's browser asks for the state of the topic: after coming in, coming back, or moving to another room. */
    default void catchUp(Participant reader) {}

    /**
     * Somebody may not come in at once. The topic that keeps them waiting answers true, and lets them in or abandons their place by
     * {@link Conference#admissions()} later.
     *
     * @param answer told at once that they wait, and later what was decided
     */
    default boolean keepWaiting(Arrival arrival, Waiting.Reason reason, Consumer<Admission> answer) {
        return false;
    }

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

    /** A moderator removes a participant, who is about to leave. */
    default void removed(Participant participant) {}

    /** A participant has left for good. */
    default void left(Participant participant) {}

    /** A moderator ends the meeting: all participants are about to lose their places. */
    default void ending() {}

    /** The conference is over. What is given to the ledger here is still stored. */
    default void ended() {}
}
