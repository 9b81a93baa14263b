package plenum.audit.store;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;

/** A row of {@code audit}; Hibernate fills the fields. */
@Entity
@Immutable
@NullUnmarked
@Table(name = "audit")
class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Instant at;
    UUID meetingId;
    UUID actor;
    String actorName;

    @Enumerated(EnumType.STRING)
    AuditAction action;

    String subject;
    UUID person;
    String before;
    String after;

    protected AuditRow() {
        // for Hibernate
    }

    AuditRow(AuditLine line) {
        this.at = line.at();
        this.meetingId = line.meeting().orElse(null);
        this.actor = line.actor().orElse(null);
        this.actorName = line.actorName();
        this.action = line.action();
        this.subject = line.subject().orElse(null);
        this.person = line.person().orElse(null);
        this.before = line.before().orElse(null);
        this.after = line.after().orElse(null);
    }

    AuditLine toLine() {
        return new AuditLine(
                at,
                Optional.ofNullable(meetingId),
                Optional.ofNullable(actor),
                actorName,
                action,
                Optional.ofNullable(subject),
                Optional.ofNullable(person),
                Optional.ofNullable(before),
                Optional.ofNullable(after));
    }
}
