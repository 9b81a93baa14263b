/**
 * What moderators and admins did, one line for each action: who, what, about whom, and for admins what it was before and is now. A line about a person
 * outlives them without their name. Hibernate is in {@code audit.store}.
 */
@NullMarked
package plenum.audit;

import org.jspecify.annotations.NullMarked;
