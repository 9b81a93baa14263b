/**
 * Playing: files become publications, packet by packet, at the pace at which they were recorded. A playback lives on its pipeline's event loop;
 * reading ahead is done by a thread of its own, which may block.
 */
@NullMarked
package plenum.mediaserver.play;

import org.jspecify.annotations.NullMarked;
