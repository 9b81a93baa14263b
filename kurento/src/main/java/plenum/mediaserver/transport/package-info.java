/**
 * From datagrams to plain RTP and back: UDP and TCP ports, STUN and ICE, DTLS, SRTP. Knows nothing of media: the layers above get decrypted
 * packets from {@link plenum.mediaserver.transport.WebRtcTransport} and give it packets to protect and send.
 */
@NullMarked
package plenum.mediaserver.transport;

import org.jspecify.annotations.NullMarked;
