/**
 * The port to the media servers: what a conference needs of them, in its own words. Calls return at once; results and news come back
 * through {@link plenum.media.PeerListener} and {@link plenum.media.RoomListener}, on any thread.
 */
@NullMarked
package plenum.media;

import org.jspecify.annotations.NullMarked;
