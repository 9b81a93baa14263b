/**
 * Ink on a shared screen: decides who may draw on whose screen, and when ink goes. Keeps the strokes of each screen in memory, so that whoever comes later sees them; nothing is
 * stored. Knows the picture only by relative coordinates, so a tab and a program at the presenter's own screen draw the same.
 */
@NullMarked
package plenum.ink;

import org.jspecify.annotations.NullMarked;
