package plenum.conference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;

/** The topics of one conference: finds the one that handles a message, and tells all of them what happens. */
final class Topics {
    private final List<Begun<?>> topics;

    Topics(Conference conference, List<TopicKind<?>> kinds) {
        topics = kinds.stream().<Begun<?>>map(kind -> begin(conference, kind)).toList();
    }

    private static <A extends ClientMessage> Begun<A> begin(Conference conference, TopicKind<A> kind) {
        return new Begun<>(kind.messages(), kind.begin().apply(conference));
    }

    /** Throws when no topic handles the message. */
    Optional<Failed.Code> handle(Participant by, ClientMessage message) {
        return topics.stream()
                .filter(topic -> topic.messages.isInstance(message))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic handles " + message.getClass()))
                .handle(by, message);
    }

    void catchUp(Participant reader) {
        topics.forEach(begun -> begun.topic.catchUp(reader));
    }

    void moved(Collection<Participant> who) {
        topics.forEach(begun -> begun.topic.moved(who));
    }

    void left(Participant participant) {
        topics.forEach(begun -> begun.topic.left(participant));
    }

    void ended() {
        topics.forEach(begun -> begun.topic.ended());
    }

    private record Begun<A extends ClientMessage>(Class<A> messages, Topic<A> topic) {
        Optional<Failed.Code> handle(Participant by, ClientMessage message) {
            return topic.handle(by, messages.cast(message));
        }
    }
}
