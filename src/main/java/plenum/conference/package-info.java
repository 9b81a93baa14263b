/**
 * The live meeting, plain Java: who is here, what they may do, and what they show. {@link plenum.conference.Conference} is the aggregate;
 * everything in it happens in its mailbox.
 */
@NullMarked
package plenum.conference;

import org.jspecify.annotations.NullMarked;
