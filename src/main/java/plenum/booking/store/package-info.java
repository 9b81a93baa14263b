/** Bookings in PostgreSQL. */
@NullMarked
package plenum.booking.store;

import org.jspecify.annotations.NullMarked;
