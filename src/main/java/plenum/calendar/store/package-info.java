/** Calendars in PostgreSQL. */
@NullMarked
package plenum.calendar.store;

import org.jspecify.annotations.NullMarked;
