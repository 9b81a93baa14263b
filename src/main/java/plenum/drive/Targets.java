package plenum.drive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Servers of others that hold files. Blocks on the database. */
public interface Targets {
    /** Whether secrets can be kept at all: not without {@code PLENUM_SECRET}. */
    boolean canKeep();

    void keep(Target target);

    Optional<Target> byId(UUID id);

    /** Somebody's own, and those that an admin connected for everybody. */
    List<Target> usableBy(UUID account);

    List<Target> all();

    /** False while a drive is on it. */
    boolean forget(UUID id);

    /** Those of people who left, when nothing is there any more. */
    void forgetGone();
}
