package plenum.stream;

import java.time.InstantSource;
import plenum.media.MediaGateway;
import plenum.platform.Settings;
import plenum.platform.Timers;

/**
 * What the media of all conferences share.
 *
 * @param feeds where others find what is published in a conference
 */
public record StreamServices(
        Settings settings, MediaGateway media, Timers timers, InstantSource clock, AllFeeds feeds) {}
