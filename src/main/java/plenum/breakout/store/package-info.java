/** Breakout rooms in PostgreSQL. */
@NullMarked
package plenum.breakout.store;

import org.jspecify.annotations.NullMarked;
