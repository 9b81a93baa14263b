/**
 * The program that decodes, draws and encodes: where it is, and with which arguments it makes a chunk of a scene and a film of chunks. Sound is cut so that pieces of it can be put together
 * again without a click.
 */
@NullMarked
package plenum.composer.ffmpeg;

import org.jspecify.annotations.NullMarked;
