/**
 * From datagrams to plain RTP and back: UDP ports, STUN and ICE, DTLS, SRTP. It knows nothing of what the packets mean; what is above
 * gets decrypted packets from {@link plenum.mediaserver.transport.WebRtcTransport} and gives it packets to protect and send.
 */
@NullMarked
package plenum.mediaserver.transport;

import org.jspecify.annotations.NullMarked;
