/**
 * Breakout rooms of a meeting: decides which rooms there are, who is assigned to which room, and until when they are open. The conference
 * moves the participants. Plain Java; Hibernate is in {@code breakout.store}.
 */
@NullMarked
package plenum.breakout;

import org.jspecify.annotations.NullMarked;
