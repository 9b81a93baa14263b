/** Load generator for Kurento-protocol media servers: real ICE, DTLS and SRTP. */
@NullMarked
package plenum.mediaserver.bench;

import org.jspecify.annotations.NullMarked;
