package plenum.mediaserver.transport;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where AES-GCM comes from: Amazon's provider where its native library loads (Linux on x86-64 and ARM), which allocates nothing per
 * packet, and the Java platform's own elsewhere, which is about as fast but leaves a kilobyte of garbage per packet (ADR 0020).
 */
final class AesGcm {
    private static final Logger log = LoggerFactory.getLogger(AesGcm.class);
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final @Nullable Provider FAST = fastProvider();

    private AesGcm() {}

    private static @Nullable Provider fastProvider() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable failure = provider.getLoadingError();
        if (failure == null) {
            return provider;
        }
        log.info("AES-GCM by the Java platform, with more garbage: {}", failure.getMessage());
        return null;
    }

    static Cipher newCipher() {
        return newCipher(FAST);
    }

    /** The Java platform's own, wherever it runs. */
    static Cipher newPlatformCipher() {
        return newCipher(null);
    }

    private static Cipher newCipher(@Nullable Provider provider) {
        try {
            return provider == null ? Cipher.getInstance(TRANSFORMATION) : Cipher.getInstance(TRANSFORMATION, provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}
