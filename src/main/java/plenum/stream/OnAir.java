package plenum.stream;

import plenum.media.Publication;

/**
 * A publication that other participants may receive.
 *
 * @param audible whether it may be heard
 * @param visible whether it may be seen
 */
record OnAir(Publication publication, boolean audible, boolean visible) {}
