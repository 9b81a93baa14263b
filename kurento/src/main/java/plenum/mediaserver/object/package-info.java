/**
 * What a Kurento server keeps: media objects in a tree, the sessions that refer to them, subscriptions to their events, and the tables
 * that say which operations a remote class has.
 *
 * <p><b>Threads.</b> Every {@link plenum.mediaserver.object.MediaObject} has a home, the executor on which it is made, invoked and
 * closed; an object's own state is therefore not guarded. What is shared between homes is {@link
 * plenum.mediaserver.object.ObjectRegistry} (one lock around a few maps, never held while anything else is called) and {@link
 * plenum.mediaserver.object.Subscriptions} (concurrent maps). Nothing here blocks.
 */
@NullMarked
package plenum.mediaserver.object;

import org.jspecify.annotations.NullMarked;
