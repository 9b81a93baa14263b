/**
 * How people get into a meeting: the lobby, the password, and links for second devices. Decides who may knock, how often, and under which name a
 * participant is in the meeting. Whether somebody comes in, waits or is refused is the conference's decision.
 */
@NullMarked
package plenum.door;

import org.jspecify.annotations.NullMarked;
