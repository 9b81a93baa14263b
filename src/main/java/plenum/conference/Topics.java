package plenum.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import plenum.protocol.ClientMessage;
import plenum.protocol.Failed;
import plenum.protocol.SessionMessages.Waiting;

/** The topics of one conference. Gives each message to the topic of its family, and tells all topics of events, in their order. */
final class Topics {
    private final List<Begun<?>> topics = new ArrayList<>();

    /** Makes the topics, once. */
    void begin(Conference conference, List<TopicKind<?>> kinds) {
        kinds.forEach(kind -> topics.add(begin(conference, kind)));
    }

    private static <A extends ClientMessage> Begun<A> begin(Conference conference, TopicKind<A> kind) {
        return new Begun<>(kind.messages(), kind.begin().apply(conference), kind.on());
    }

    /** Throws when no topic handles the message. */
    Optional<Failed.Code> handle(Participant by, ClientMessage message) {
        return topics.stream()
                .filter(topic -> topic.messages.isInstance(message))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no topic handles " + message.getClass()))
                .handle(by, message);
    }

    /** Throws when no topic keeps people waiting. */
    void keepWaiting(Arrival arrival, Waiting.Reason reason, Consumer<Admission> answer) {
        if (topics.stream().noneMatch(begun -> begun.topic.keepWaiting(arrival, reason, answer))) {
            throw new IllegalStateException("no topic keeps people waiting");
        }
    }

    void each(Consumer<Topic<?>> news) {
        topics.forEach(begun -> news.accept(begun.topic));
    }

    /** Has the topics that this server has now tell their state. */
    void catchUp(Participant reader) {
        topics.stream().filter(begun -> begun.on.getAsBoolean()).forEach(begun -> begun.topic.catchUp(reader));
    }

    private record Begun<A extends ClientMessage>(Class<A> messages, Topic<A> topic, BooleanSupplier on) {
        Optional<Failed.Code> handle(Participant by, ClientMessage message) {
            return on.getAsBoolean() ? topic.handle(by, messages.cast(message)) : Optional.of(Failed.Code.FORBIDDEN);
        }
    }
}
