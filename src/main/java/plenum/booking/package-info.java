/**
 * Meeting rooms and things that can be booked. Decides who may book which and when, and that nothing is booked twice; knows events by their id
 * alone. What takes place in a room is {@code plenum.calendar}'s.
 */
@NullMarked
package plenum.booking;

import org.jspecify.annotations.NullMarked;
