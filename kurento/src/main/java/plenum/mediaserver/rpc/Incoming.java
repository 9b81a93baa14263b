package plenum.mediaserver.rpc;

/** A decoded message: a request, a reply, or an error. */
sealed interface Incoming permits RpcRequest, Incoming.Invalid, Incoming.Unreadable {
    /** JSON, but not a request; answered with an error without an id. */
    record Invalid() implements Incoming {}

    /** Not even JSON, or with parameters in a list: the real server drops the connection, and so do we. */
    record Unreadable(String reason) implements Incoming {}
}
