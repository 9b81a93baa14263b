/**
 * The composer's process: looks into a folder for recordings, gives each of them a step of work after the other, and says how far it is. A step makes one chunk of a film, or
 * joins the chunks to the film when the recording has ended. All it knows lies in files, so that it can be killed at any moment and goes on where it was.
 */
@NullMarked
package plenum.composer;

import org.jspecify.annotations.NullMarked;
