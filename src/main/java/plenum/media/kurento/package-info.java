/**
 * Implements the media port by kurento-client; the only package that imports it. Its calls block, so each peer, room and server makes them
 * in a mailbox of its own, on virtual threads.
 */
@NullMarked
package plenum.media.kurento;

import org.jspecify.annotations.NullMarked;
