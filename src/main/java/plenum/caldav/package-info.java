/**
 * CalDAV (RFC 4791, RFC 6578): shows calendars to programs such as Thunderbird, Apple Calendar and DAVx⁵, and takes their changes. Knows the
 * protocol; what a change means is {@code plenum.calendar}'s.
 */
@NullMarked
package plenum.caldav;

import org.jspecify.annotations.NullMarked;
