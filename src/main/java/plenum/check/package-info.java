/**
 * Checks of a connection, before a meeting and beside it: a browser sends a picture through a media server and gets it back. Needs no
 * meeting and knows nobody; everything about it is bounded.
 */
@NullMarked
package plenum.check;

import org.jspecify.annotations.NullMarked;
