/**
 * The live meeting, plain Java: who is here, in which role and room, by which rules, and who may come in. {@link plenum.conference.Conference}
 * is the aggregate, and everything in it happens in its mailbox. What participants do with one another are topics, of which this package knows
 * the interface alone.
 */
@NullMarked
package plenum.conference;

import org.jspecify.annotations.NullMarked;
