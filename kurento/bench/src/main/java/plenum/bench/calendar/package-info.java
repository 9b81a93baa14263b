/** Measures calendars that are full. Knows Plenum from outside, by its pages; it fills the database past the application. */
@NullMarked
package plenum.bench.calendar;

import org.jspecify.annotations.NullMarked;
