/** Whiteboards in PostgreSQL. */
@NullMarked
package plenum.whiteboard.store;

import org.jspecify.annotations.NullMarked;
