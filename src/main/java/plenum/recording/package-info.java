/**
 * Recordings of meetings: when one begins and ends, who consents to be in it and what is written of whom, and what becomes of it afterwards: a film that its owner can watch, give to others
 * and delete. Media servers write the tracks and a composer makes the film, in a folder that all three share; here is what they are told, and what is told to people.
 */
@NullMarked
package plenum.recording;

import org.jspecify.annotations.NullMarked;
