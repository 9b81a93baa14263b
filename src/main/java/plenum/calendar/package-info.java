/**
 * What people plan: calendars with events, once or repeated, and who is invited to them. Decides when an event takes place, who is told of a
 * change by mail, and which times are free for all. Formats and rules of repetition are ical4j's; meetings are {@code plenum.meeting}'s.
 */
@NullMarked
package plenum.calendar;

import org.jspecify.annotations.NullMarked;
