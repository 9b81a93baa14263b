/**
 * Forwarding: from packets that arrive from a publisher to packets for viewers, recorders and mixers. Decides which layer a taker gets,
 * repairs losses, requests key frames, and rewrites headers.
 */
@NullMarked
package plenum.mediaserver.flow;

import org.jspecify.annotations.NullMarked;
