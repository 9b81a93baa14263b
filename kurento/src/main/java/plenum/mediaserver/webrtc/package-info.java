/**
 * One WebRTC peer, complete: negotiation, transport and flow behind one face. It knows nothing of JSON-RPC or of Kurento's objects; the
 * element package drives it and translates its news into Kurento's events.
 */
@NullMarked
package plenum.mediaserver.webrtc;

import org.jspecify.annotations.NullMarked;
