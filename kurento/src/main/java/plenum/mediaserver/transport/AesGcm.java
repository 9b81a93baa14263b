package plenum.mediaserver.transport;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Where AES-GCM comes from: Amazon's provider where its native library loads (Linux on x86-64 and ARM), which allocates little per
 * packet, and the Java platform's own elsewhere, which is about as fast but leaves a kilobyte of garbage per packet (ADR 0020).
 */
final class AesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private AesGcm() {}

    static Cipher newCipher() {
        return newCipher(NativeProvider.find());
    }

    /** The Java platform's own, wherever it runs. */
    static Cipher newPlatformCipher() {
        return newCipher(Optional.empty());
    }

    private static Cipher newCipher(Optional<Provider> provider) {
        try {
            return provider.isPresent()
                    ? Cipher.getInstance(TRANSFORMATION, provider.get())
                    : Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}
