/**
 * The mailbox that answers to invitations come to (iMIP, RFC 6047): reads it, takes the iCalendar part out of each mail and gives it on. What
 * an answer means is {@code plenum.calendar}'s.
 */
@NullMarked
package plenum.imip;

import org.jspecify.annotations.NullMarked;
