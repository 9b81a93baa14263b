/**
 * The edge where tabs arrive: WebSocket, JSON, who somebody is, and how much they may ask. Nobody imports it.
 */
@NullMarked
package plenum.signaling;

import org.jspecify.annotations.NullMarked;
