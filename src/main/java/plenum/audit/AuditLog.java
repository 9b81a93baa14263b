package plenum.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The audit log of all meetings and of the server. Its methods block on the database. */
public interface AuditLog {
    void write(AuditLine line);

    /** Of one meeting, in the order of happening. */
    List<AuditLine> of(UUID meeting);

    /** Some of one meeting, the latest first. */
    List<AuditLine> of(UUID meeting, int first, int most);

    /** How many one meeting has. */
    int count(UUID meeting);

    /** Deletes some of the lines from before; returns how many. */
    int forget(Instant before);
}
