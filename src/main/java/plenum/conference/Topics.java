package plenum.conference;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;

/** The topics of one conference: finds the one that handles a message, and tells all of them what happens, in their order. */
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

    void each(Consumer<Topic<?>> news) {
        topics.forEach(begun -> news.accept(begun.topic));
    }

    private record Begun<A extends ClientMessage>(Class<A> messages, Topic<A> topic) {
        Optional<Failed.Code> handle(Participant by, ClientMessage message) {
            return topic.handle(by, messages.cast(message));
        }
    }
}
