package plenum.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import plenum.storage.StorageException.Reason;

/** The keys that seal the files' own keys: the current one, and older ones that may still be in use. Each file has the id of its key. */
public final class StorageKeys {
    /** Of a key made from {@code PLENUM_SECRET}. */
    public static final String FROM_SECRET = "secret";

    static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final Optional<String> current;

    /** @param raw 32 bytes by id, the current one first; without one nothing can be stored */
    public StorageKeys(Map<String, byte[]> raw) {
        raw.forEach((id, bytes) -> {
            if (bytes.length != KEY_BYTES || !id.matches("[a-z0-9-]{1,24}")) {
                throw new IllegalArgumentException("a storage key has 32 bytes and a short name");
            }
            keys.put(id, new SecretKeySpec(bytes, "AES"));
        });
        this.current = keys.keySet().stream().findFirst();
    }

    /** 32 bytes from the server's secret, for this purpose alone (HKDF, RFC 5869). */
    public static byte[] derived(byte[] secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand("storage".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF with SHA-256", e);
        }
    }

    String current() {
        return current.orElseThrow(() -> new StorageException(
                Reason.FAILED, "files cannot be stored: neither PLENUM_STORAGE_KEYS nor PLENUM_SECRET is set"));
    }

    SecretKey currentKey() {
        return key(current()).orElseThrow();
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    /** Keys belong in no log. */
    @Override
    public String toString() {
        return "storage keys " + keys.keySet();
    }
}
