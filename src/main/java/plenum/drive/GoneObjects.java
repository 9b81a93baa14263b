package plenum.drive;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.storage.ObjectKey;

/** Objects that no file refers to any more. Blocks on the database. */
public interface GoneObjects {
    /** Some of them after an id, sorted; without those that a copy still refers to, which are forgotten here. */
    List<Gone> after(UUID id, int most);

    /** It is deleted. */
    void deleted(UUID object);

    /** @param target empty: this machine */
    record Gone(ObjectKey key, Optional<UUID> target) {}
}
