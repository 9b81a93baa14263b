package plenum.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who did what to whom, as it is kept.
 *
 * @param actor the participant who acted; empty when a rule did
 * @param actorName their name at that time
 * @param subject whom or what it was about, as people see it
 */
public record AuditLine(
        Instant at,
        UUID meeting,
        Optional<UUID> actor,
        String actorName,
        AuditAction action,
        Optional<String> subject) {}
