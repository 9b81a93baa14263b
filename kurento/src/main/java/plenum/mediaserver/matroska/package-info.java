/**
 * Matroska and WebM files (RFC 9559 and RFC 8794), written so that they can be read while they grow and whenever writing ends, and read. Pure:
 * bytes in, bytes out.
 */
@NullMarked
package plenum.mediaserver.matroska;

import org.jspecify.annotations.NullMarked;
