/**
 * What every WebSocket of ours has, whatever is said on it: how many may be open, how much memory they may hold, how much may be said
 * on one, and how a message is put together from its parts. Knows nothing of meetings.
 */
@NullMarked
package plenum.socket;

import org.jspecify.annotations.NullMarked;
