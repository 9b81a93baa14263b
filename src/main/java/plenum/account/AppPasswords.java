package plenum.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passwords of programs, such as a calendar on a phone: each for one program, made by us, revoked one by one. Blocks on the database. */
public interface AppPasswords {
    /** At most so many of one account. */
    int MOST = 30;

    int LONGEST_NAME = 80;

    void add(AppPassword password, byte[] hash);

    /** The oldest first. */
    List<AppPassword> of(UUID account);

    /** Does nothing when it is somebody else's. */
    void remove(UUID account, UUID id);

    /** Whose it is; notes that it was used, at most once an hour. */
    Optional<UUID> use(byte[] hash, Instant now);

    /** @param used empty when it never was */
    record AppPassword(UUID id, UUID account, String name, Instant created, Optional<Instant> used) {}
}
