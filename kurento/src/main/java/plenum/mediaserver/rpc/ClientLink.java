package plenum.mediaserver.rpc;

import java.util.Optional;

/** A client's connection, as the protocol uses it. */
interface ClientLink {
    /** The session that this connection used last. Changed while taking a request only, so by one thread. */
    Optional<String> session();

    void session(Optional<String> sessionId);

    /** Sends a message after those sent before. Never blocks: a client that does not read is cut off. */
    void send(String message);

    /** Cuts the connection without a word. */
    void drop(String reason);
}
