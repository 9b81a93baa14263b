/**
 * Raised hands, which are stored, and reactions, which are not. Decides how many reactions are passed on. Plain Java; Hibernate is in
 * {@code reaction.store}.
 */
@NullMarked
package plenum.reaction;

import org.jspecify.annotations.NullMarked;
