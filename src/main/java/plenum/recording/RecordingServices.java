package plenum.recording;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import plenum.platform.Settings;
import plenum.platform.Timers;
import plenum.stream.AllFeeds;

/**
 * What the recordings of all conferences share.
 *
 * @param ended told, on any thread that may block, that a recording is over
 * @param grace how long the place of somebody who lost their connection is kept
 * @param threads runs what may block
 */
public record RecordingServices(
        Settings.Recording rules,
        Recordings recordings,
        RecordingTickets tickets,
        LiveRecordings live,
        AllFeeds feeds,
        Consumer<UUID> ended,
        Duration grace,
        Timers timers,
        InstantSource clock,
        Executor threads) {}
