/**
 * One WebRTC peer: negotiation, transport and forwarding behind one interface. Knows nothing of JSON-RPC or of Kurento's objects; the
 * element package uses it and translates its events into Kurento's.
 */
@NullMarked
package plenum.mediaserver.webrtc;

import org.jspecify.annotations.NullMarked;
