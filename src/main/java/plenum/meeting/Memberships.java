package plenum.meeting;

import java.util.Optional;
import java.util.UUID;

/** What accounts have to do with meetings, as their door asks. Blocks on the database. */
public interface Memberships {
    /** From now on, the meeting belongs to the account. */
    void own(Meeting meeting, UUID account);

    /** What an account is in a meeting before it has come in: its creator, a moderator by the owner's wish, or nothing particular. */
    Optional<Role> roleOf(Meeting meeting, UUID account);

    /** A place is that of an account. */
    void attends(UUID attendance, UUID account);

    /** Whose place it is; empty for a guest's. */
    Optional<UUID> accountOf(UUID attendance);
}
