package plenum.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;

/** Writes the audit's lines of what programs did, in the caller's transaction. */
@ApplicationScoped
public class ScimLog {
    private static final int LONGEST = 2000;

    @Inject
    AuditLog audit;

    @Inject
    InstantSource clock;

    /** @param program label of its token */
    void write(String program, AuditAction action, String subject, Optional<UUID> person, String before, String after) {
        audit.write(new AuditLine(
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                "SCIM: " + program,
                action,
                Optional.of(subject),
                person,
                text(before),
                text(after)));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026")
                .filter(one -> !one.isEmpty());
    }
}
