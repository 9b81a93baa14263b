/**
 * The meeting's timer: a moderator starts a countdown or an agenda of named parts, and everybody sees what is left of the current part.
 * Decides which part is current at what time; the time itself is counted by the tabs. Stored, so that a restart changes nothing.
 */
@NullMarked
package plenum.timer;

import org.jspecify.annotations.NullMarked;
