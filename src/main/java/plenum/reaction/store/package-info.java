/** Raised hands in PostgreSQL. */
@NullMarked
package plenum.reaction.store;

import org.jspecify.annotations.NullMarked;
