package plenum.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds lines of the audit, for the console. Blocks on the database. */
public interface AuditSearch {
    /** The latest first. */
    List<AuditLine> find(Wanted wanted, int first, int most);

    /** @param most where counting stops: nobody turns that many pages */
    int count(Wanted wanted, int most);

    /**
     * Which lines.
     *
     * @param words beginnings of words of the actor's name or of the subject; blank: all
     * @param from the first moment; empty: from the beginning
     * @param to the first moment that is not wanted any more
     */
    record Wanted(String words, Optional<AuditAction> action, Optional<Instant> from, Optional<Instant> to) {
        public static Wanted all() {
            return new Wanted("", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Lines that name a person, as the one who acted or as the one it was about. */
    List<AuditLine> of(UUID person, int most);

    /** Takes a person's name out of all lines; what was done stays. */
    void forgetPerson(UUID person);
}
