package plenum.conference;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import plenum.media.MediaGateway;
import plenum.meeting.Attendances;
import plenum.platform.Settings;
import plenum.platform.Timers;

/**
 * What all conferences of a server share.
 *
 * @param threads runs mailboxes, and what may block
 */
public record Surroundings(
        Settings settings,
        Attendances attendances,
        MediaGateway media,
        Timers timers,
        InstantSource clock,
        Executor threads) {}
