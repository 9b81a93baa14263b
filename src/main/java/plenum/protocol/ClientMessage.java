package plenum.protocol;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A message of a browser to the server. The sender is known from the connection; no message has a field for it. Components marked nullable
 * may be absent; all others are required. Each record declares who may send it ({@link Needs}), how often ({@link Rate}) and how large its
 * components may be ({@link Most}, {@link Range}); {@link ProtocolCodec} checks the sizes.
 */
public sealed interface ClientMessage
        permits SessionMessages.Ask,
                StreamMessages.Ask,
                DoorMessages.Ask,
                ChatMessages.Ask,
                ReactionMessages.Ask,
                PollMessages.Ask,
                ModerationMessages.Ask,
                BreakoutMessages.Ask,
                TimerMessages.Ask,
                RecordingMessages.Ask,
                WhiteboardMessages.Ask,
                InkMessages.Ask,
                DeskMessages.Ask,
                SecrecyMessages.Ask,
                PersonMessages.Ask {

    /** The records of all messages. */
    static Stream<Class<?>> types() {
        return Arrays.stream(ClientMessage.class.getPermittedSubclasses())
                .flatMap(topic -> Arrays.stream(topic.getPermittedSubclasses()));
    }
}
