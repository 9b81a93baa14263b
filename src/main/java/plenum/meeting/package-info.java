/**
 * The stored meeting: a row with its access rules, before anyone can join. Plain Java; Hibernate is in {@code meeting.store}.
 */
@NullMarked
package plenum.meeting;

import org.jspecify.annotations.NullMarked;
