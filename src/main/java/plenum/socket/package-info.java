/**
 * What every WebSocket of ours has, whatever is said on it: the handshake and whose pages may open one, how many may be open, how much they
 * may say and keep, heartbeat, send queue. Generic in the family of messages; knows nothing of meetings. A kind of socket is a {@link
 * plenum.socket.SocketEndpoint}, a {@link plenum.socket.MessageFamily} and a listener.
 */
@NullMarked
package plenum.socket;

import org.jspecify.annotations.NullMarked;
