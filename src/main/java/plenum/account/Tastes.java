package plenum.account;

import java.util.Optional;
import java.util.UUID;

/** The tastes of people. Blocks on the database. */
public interface Tastes {
    /** Empty when they never said. */
    Optional<Taste> of(UUID account);

    void store(UUID account, Taste taste);
}
