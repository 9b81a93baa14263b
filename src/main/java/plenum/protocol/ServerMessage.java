package plenum.protocol;

import java.util.Arrays;
import java.util.stream.Stream;

/** A message of the server to a browser. {@link Failed} and {@link NotStored} answer messages of all topics. */
public sealed interface ServerMessage
        permits SessionMessages.Told,
                StreamMessages.Told,
                DoorMessages.Told,
                ChatMessages.Told,
                ReactionMessages.Told,
                PollMessages.Told,
                ModerationMessages.Told,
                BreakoutMessages.Told,
                TimerMessages.Told,
                RecordingMessages.Told,
                WhiteboardMessages.Told,
                InkMessages.Told,
                DeskMessages.Told,
                SecrecyMessages.Told,
                CheckMessages.Told,
                PersonMessages.Told,
                Failed,
                NotStored {

    /** The records of all messages. */
    static Stream<Class<?>> types() {
        return Arrays.stream(ServerMessage.class.getPermittedSubclasses())
                .flatMap(topic -> topic.isRecord() ? Stream.of(topic) : Arrays.stream(topic.getPermittedSubclasses()));
    }
}
