/**
 * The whiteboard of a room of a meeting: decides who may draw, in which order changes of elements apply, and what somebody has to be told who knows
 * the board up to a number. What is drawn is stored before anybody is told; where people point is passed on and forgotten. What an element
 * looks like is the tabs' business: the server knows its id, its page and how large it is.
 */
@NullMarked
package plenum.whiteboard;

import org.jspecify.annotations.NullMarked;
