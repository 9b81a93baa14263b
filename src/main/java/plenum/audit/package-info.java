/** What moderators did, one line for each action. Plain Java; Hibernate is in {@code audit.store}. */
@NullMarked
package plenum.audit;

import org.jspecify.annotations.NullMarked;
