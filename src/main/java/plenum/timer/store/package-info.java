/** Timers of meetings in PostgreSQL. */
@NullMarked
package plenum.timer.store;

import org.jspecify.annotations.NullMarked;
