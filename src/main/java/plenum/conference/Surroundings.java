package plenum.conference;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import plenum.audit.AuditLog;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Meetings;
import plenum.platform.Settings;
import plenum.platform.Timers;

/**
 * The services that all conferences of a server share.
 *
 * @param threads runs mailboxes, and what may block
 */
public record Surroundings(
        Settings settings,
        HouseRules house,
        Attendances attendances,
        Meetings meetings,
        Blocks blocks,
        AuditLog audit,
        Timers timers,
        InstantSource clock,
        Executor threads) {}
