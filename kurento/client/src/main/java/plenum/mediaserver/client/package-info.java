/**
 * The other side of a peer connection without a browser: real ICE, DTLS and SRTP around packets that say when they were sent. What load
 * generators and tests share; no program that serves people has it.
 */
@NullMarked
package plenum.mediaserver.client;

import org.jspecify.annotations.NullMarked;
