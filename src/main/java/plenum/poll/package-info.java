/** Polls of a meeting: drafted, opened, voted on, closed. Plain Java; Hibernate is in {@code poll.store}. */
@NullMarked
package plenum.poll;

import org.jspecify.annotations.NullMarked;
