/**
 * The media port over kurento-client: the only package that knows it. Its calls block, so each peer, room and server makes them in a
 * mailbox of its own, on virtual threads.
 */
@NullMarked
package plenum.media.kurento;

import org.jspecify.annotations.NullMarked;
