/**
 * The media of a conference: which devices are on, what is published, what each participant's slots show, and who speaks. Decides what may be
 * published, heard and seen, by the rules of the meeting and the acts of moderators. Hands all of it to the port {@code plenum.media}.
 */
@NullMarked
package plenum.stream;

import org.jspecify.annotations.NullMarked;
