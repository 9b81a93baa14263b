/**
 * How much the network carries towards one peer, told from the times and losses that the peer reports for each packet. Pure: bytes, times
 * and rates only.
 */
@NullMarked
package plenum.mediaserver.congestion;

import org.jspecify.annotations.NullMarked;
