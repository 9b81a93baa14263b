/**
 * The connection check: a browser sends media to a media server and receives them back. Decides how many checks may run and for how long.
 * Needs no meeting and no identity.
 */
@NullMarked
package plenum.check;

import org.jspecify.annotations.NullMarked;
