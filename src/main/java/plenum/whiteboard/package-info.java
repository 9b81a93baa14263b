/**
 * The whiteboard of each room of a meeting: decides who may draw, in which order changes apply, and what a reader who knows the board up to
 * a number is sent. Changes are stored before they are sent; pointers are forwarded and not stored. The server knows of an element its id,
 * page and size; how it looks is the browsers' business.
 */
@NullMarked
package plenum.whiteboard;

import org.jspecify.annotations.NullMarked;
