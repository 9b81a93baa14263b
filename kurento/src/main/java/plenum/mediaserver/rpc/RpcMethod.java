package plenum.mediaserver.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionStage;

/**
 * A method of the protocol.
 *
 * @param session what it has to do with sessions
 */
record RpcMethod(SessionUse session, Body body) {
    /** The relation of a method to the session of its caller. */
    enum SessionUse {
        /** Shows the session, if there is one. */
        SHOWN,
        /** Needs one that is named. */
        REQUIRED,
        /** Takes leave: names a session and detaches the connection from its own. */
        ENDED,
        /** Asks for the one that is named, or a new one. */
        TAKEN_OVER,
        /** Works in the caller's session, which is made when there is none. */
        USED
    }

    /** The result: an object, to which the session is added, or null. */
    @FunctionalInterface
    interface Body {
        CompletionStage<JsonNode> run(RpcCall call);
    }
}
