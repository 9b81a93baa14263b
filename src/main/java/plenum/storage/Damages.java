package plenum.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The objects that the last integrity check found missing or changed. Its methods block on the database. */
public interface Damages {
    /** The latest first. */
    List<Damage> all(int most);

    void found(UUID object, StorageException.Reason reason, Instant at);

    /** It is whole, or not needed any more. */
    void mended(UUID object);

    record Damage(UUID object, StorageException.Reason reason, Instant at) {}
}
