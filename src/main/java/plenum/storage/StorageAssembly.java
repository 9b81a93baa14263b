package plenum.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings;

/** Makes the storage of this machine and the client for others, as the settings say. */
@ApplicationScoped
class StorageAssembly {
    private static final Logger log = LoggerFactory.getLogger(StorageAssembly.class);

    @Produces
    @Singleton
    LocalStorage local(Settings settings, RandomGenerator random) {
        Settings.Files files = settings.services().files();
        StorageKeys keys = keys(settings);
        if (keys.isEmpty()) {
            log.warn("files cannot be stored: set PLENUM_SECRET or PLENUM_STORAGE_KEYS");
        }
        Path folder = files.folder()
                .orElseGet(() -> Path.of(System.getProperty("jboss.server.data.dir", "data"), "plenum-storage"));
        return new LocalStorage(folder, keys, random);
    }

    @Produces
    @Singleton
    OutsideServers outside(Settings settings) {
        return new OutsideServers(settings.services().files().networks());
    }

    private static StorageKeys keys(Settings settings) {
        Map<String, byte[]> keys =
                new LinkedHashMap<>(settings.services().files().keys());
        settings.services()
                .accounts()
                .secret()
                .ifPresent(secret -> keys.putIfAbsent(StorageKeys.FROM_SECRET, StorageKeys.derived(secret)));
        return new StorageKeys(keys);
    }
}
