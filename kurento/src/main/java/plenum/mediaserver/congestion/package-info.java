/**
 * Congestion control: the bandwidth towards one peer, estimated from the arrival times and losses that the peer reports. Pure: bytes, times
 * and rates only.
 */
@NullMarked
package plenum.mediaserver.congestion;

import org.jspecify.annotations.NullMarked;
