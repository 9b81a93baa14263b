/** Session descriptions (RFC 8866) and the offer/answer rules of WebRTC (RFC 3264, RFC 8829). Pure: text in, text and agreements out. */
@NullMarked
package plenum.mediaserver.sdp;

import org.jspecify.annotations.NullMarked;
