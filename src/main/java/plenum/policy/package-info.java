/**
 * What somebody may, by their plan and by the rules of this server. Decides who may create meetings, record, stream and have captions, how many
 * people and how much storage they get, which parts of the suite there are, and how long things are kept. Each refusal says why, and what it would
 * take; Hibernate is in {@code policy.store}.
 */
@NullMarked
package plenum.policy;

import org.jspecify.annotations.NullMarked;
