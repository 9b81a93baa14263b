package plenum.conference;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;

/** Writes one line to the audit log for each action of a moderator, or of a rule in a moderator's place. */
final class Journal {
    private final UUID meeting;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Ledger ledger;

    Journal(UUID meeting, AuditLog audit, InstantSource clock, Ledger ledger) {
        this.meeting = meeting;
        this.audit = audit;
        this.clock = clock;
        this.ledger = ledger;
    }

    void did(Participant by, AuditAction action, @Nullable String subject) {
        write(Optional.of(by.attendance().id()), by.name(), action, subject);
    }

    /** A rule acted, and nobody. */
    void happened(AuditAction action, @Nullable String subject) {
        write(Optional.empty(), "", action, subject);
    }

    private void write(Optional<UUID> actor, String name, AuditAction action, @Nullable String subject) {
        AuditLine line = new AuditLine(clock.instant(), meeting, actor, name, action, Optional.ofNullable(subject));
        ledger.keep(() -> audit.write(line));
    }
}
