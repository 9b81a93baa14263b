/** Polls and votes in PostgreSQL. */
@NullMarked
package plenum.poll.store;

import org.jspecify.annotations.NullMarked;
