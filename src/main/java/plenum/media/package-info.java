/**
 * The port to the media servers: the operations that a conference needs, without any of Kurento's types. Calls return at once; results and
 * events arrive at {@link plenum.media.PeerListener} and {@link plenum.media.RoomListener}, on any thread.
 */
@NullMarked
package plenum.media;

import org.jspecify.annotations.NullMarked;
