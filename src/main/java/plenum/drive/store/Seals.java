package plenum.drive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullUnmarked;
import plenum.platform.ServerKey;
import plenum.platform.Settings;

/** Makes keys of tables, derived from {@code PLENUM_SECRET}. */
@ApplicationScoped
@NullUnmarked
public class Seals {
    @Inject
    Settings settings;

    @Inject
    RandomGenerator random;

    /** Seals values of a table. Each is bound to its row: moved to another one, it cannot be opened. */
    record Seal(ServerKey key, String table) {
        byte[] seal(UUID row, byte[] plain) {
            return key.seal(plain, table + " " + row);
        }

        byte[] open(UUID row, byte[] sealed) {
            return key.open(sealed, table + " " + row);
        }
    }

    /** Empty without a secret. */
    Optional<Seal> of(String table) {
        return settings.services()
                .accounts()
                .secret()
                .map(secret -> new Seal(new ServerKey(secret, table.replace('_', '-'), random), table));
    }
}
