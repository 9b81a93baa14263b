package plenum.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the audit log: who did what to whom.
 *
 * @param meeting in which; empty for what concerns the server. The line is deleted with it
 * @param actor the participant or the account that acted; empty when a rule did, or a command of the server
 * @param actorName their name at that time
 * @param subject whom or what it was about, as people see it
 * @param person the account that it was about
 * @param before what it was, in words
 * @param after what it is now
 */
public record AuditLine(
        Instant at,
        Optional<UUID> meeting,
        Optional<UUID> actor,
        String actorName,
        AuditAction action,
        Optional<String> subject,
        Optional<UUID> person,
        Optional<String> before,
        Optional<String> after) {

    /** Of what happened in a meeting. */
    public AuditLine(
            Instant at,
            UUID meeting,
            Optional<UUID> actor,
            String actorName,
            AuditAction action,
            Optional<String> subject) {
        this(
                at,
                Optional.of(meeting),
                actor,
                actorName,
                action,
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
