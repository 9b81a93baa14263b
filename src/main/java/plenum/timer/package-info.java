/**
 * The meeting's timer: a moderator starts a countdown or an agenda of named parts, and everybody sees the time left of the current part.
 * Decides which part is current at what time; browsers count the seconds. Stored, so that it survives a restart.
 */
@NullMarked
package plenum.timer;

import org.jspecify.annotations.NullMarked;
