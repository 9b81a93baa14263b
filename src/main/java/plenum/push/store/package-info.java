/**
 * Subscribed browsers and waiting notices in PostgreSQL. A notice that takes the place of another gets an id of its own, so that whoever sends the old
 * one meanwhile does not delete the new one. Rows of an account go with it.
 */
@NullMarked
package plenum.push.store;

import org.jspecify.annotations.NullMarked;
