/**
 * RTP payload formats: what packets carry becomes whole frames, as files hold them, and frames become packets. Nothing is decoded: of a
 * frame only what a container has to know is read, such as its size.
 */
@NullMarked
package plenum.mediaserver.payload;

import org.jspecify.annotations.NullMarked;
