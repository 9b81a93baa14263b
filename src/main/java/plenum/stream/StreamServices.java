package plenum.stream;

import java.time.InstantSource;
import plenum.media.MediaGateway;
import plenum.platform.Settings;
import plenum.platform.Timers;

/** The services that the media of all conferences share. */
public record StreamServices(Settings settings, MediaGateway media, Timers timers, InstantSource clock) {}
