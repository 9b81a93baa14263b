package plenum.conference;

import plenum.media.Publication;

/**
 * A publication that can be shown.
 *
 * @param audible whether it may be heard: not while a moderator's mute lasts
 */
record OnAir(Publication publication, boolean audible) {}
