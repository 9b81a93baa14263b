package plenum.meeting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What accounts have to do with meetings, as their door asks. Blocks on the database. */
public interface Memberships {
    /** From now on, the meeting belongs to the account. */
    void own(Meeting meeting, UUID account);

    /** What an account is in a meeting before it has come in: its creator, a moderator by the owner's wish, or nothing particular. */
    Optional<Role> roleOf(Meeting meeting, UUID account);

    /** An admin may enter as a moderator until then, and everybody sees that they are one. */
    void visit(UUID meeting, UUID admin, Instant until);

    boolean isVisiting(Meeting meeting, UUID admin);

    /** A place is that of an account. */
    void attends(UUID attendance, UUID account);

    /** Whose place it is; empty for a guest's. */
    Optional<UUID> accountOf(UUID attendance);
}
