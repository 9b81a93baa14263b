package plenum.conference;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import plenum.audit.AuditLog;
import plenum.meeting.Attendances;
import plenum.meeting.Blocks;
import plenum.meeting.Meetings;
import plenum.meeting.PasswordHashing;
import plenum.platform.Settings;
import plenum.platform.Timers;

/**
 * What all conferences of a server share.
 *
 * @param random cryptographically strong
 * @param threads runs mailboxes, and what may block
 */
public record Surroundings(
        Settings settings,
        Attendances attendances,
        Meetings meetings,
        Blocks blocks,
        PasswordHashing passwords,
        AuditLog audit,
        Timers timers,
        InstantSource clock,
        RandomGenerator random,
        Executor threads) {}
