package plenum.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The audit log of all meetings and of the server. Its methods block on the database. */
public interface AuditLog {
    void write(AuditLine line);

    /** Of one meeting, in the order of happening. */
    List<AuditLine> of(UUID meeting);

    /** Deletes some of the lines from before; returns how many. */
    int forget(Instant before);
}
