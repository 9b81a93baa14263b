package plenum.conference;

import plenum.media.Publication;

/**
 * A publication that can be shown.
 *
 * @param audible whether it may be heard: not while a moderator's mute lasts
 * @param visible whether it may be seen: not while a moderator's stop lasts
 */
record OnAir(Publication publication, boolean audible, boolean visible) {}
