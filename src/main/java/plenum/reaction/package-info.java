/** Raised hands, which are stored, and reactions, which are gone in a moment. Plain Java; Hibernate is in {@code reaction.store}. */
@NullMarked
package plenum.reaction;

import org.jspecify.annotations.NullMarked;
