package plenum.calendar;

import java.time.Instant;
import java.util.UUID;

/** Fired within the transaction in which somebody puts a reminder away. */
public record ReminderSeen(UUID account, UUID event, Instant start) {}
