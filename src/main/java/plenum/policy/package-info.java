/**
 * What an account may do, by its plan and by the rules of this server. Decides who may create meetings, record, stream and have captions,
 * how many people and how much storage they get, which modules are on, and how long data are kept. Each refusal says why, and what it would
 * take; Hibernate is in {@code policy.store}.
 */
@NullMarked
package plenum.policy;

import org.jspecify.annotations.NullMarked;
