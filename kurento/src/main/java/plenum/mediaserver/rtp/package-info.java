/**
 * RTP and RTCP as bytes: headers, extensions, feedback, payload descriptors and sequence arithmetic. Pure; depends on nothing but the JDK.
 * Parsers take what an attacker may send: they answer "not valid" and never throw.
 */
@NullMarked
package plenum.mediaserver.rtp;

import org.jspecify.annotations.NullMarked;
