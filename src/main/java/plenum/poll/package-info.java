/**
 * Polls of a meeting: drafted, opened, voted on, closed. Decides who may vote and what of a result is shown to whom. Plain Java; Hibernate
 * is in {@code poll.store}.
 */
@NullMarked
package plenum.poll;

import org.jspecify.annotations.NullMarked;
