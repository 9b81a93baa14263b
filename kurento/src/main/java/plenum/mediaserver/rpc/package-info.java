/**
 * Kurento's protocol: JSON-RPC 2.0 over a WebSocket. {@link plenum.mediaserver.rpc.JsonRpcServer} owns the sockets, {@link
 * plenum.mediaserver.rpc.RpcDispatcher} the envelope (sessions, replies, errors), {@link plenum.mediaserver.rpc.RpcMethods} the methods.
 *
 * <p><b>Threads.</b> A connection's messages are read and taken in order on its Netty thread. What concerns one object is done on that
 * object's home, so two pipelines never wait for each other, while requests to one pipeline keep their order; all else is done at once.
 * Replies and events may be sent from any thread.
 *
 * <p>The only package (with the transports) that knows Netty.
 */
@NullMarked
package plenum.mediaserver.rpc;

import org.jspecify.annotations.NullMarked;
