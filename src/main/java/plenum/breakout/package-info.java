/**
 * Breakout rooms: which there are, who belongs where, and until when. Who is where, and so hears whom, is the conference's business. Plain
 * Java; Hibernate is in {@code breakout.store}.
 */
@NullMarked
package plenum.breakout;

import org.jspecify.annotations.NullMarked;
