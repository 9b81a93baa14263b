/**
 * WebSockets in general: handshake and origin, number of sockets, rates and memory, heartbeat, send queue. Decides how much one socket, one
 * address and all together may use. Generic in the family of messages; a kind of socket is a {@link plenum.socket.SocketEndpoint}, a {@link
 * plenum.socket.MessageFamily} and a listener.
 */
@NullMarked
package plenum.socket;

import org.jspecify.annotations.NullMarked;
