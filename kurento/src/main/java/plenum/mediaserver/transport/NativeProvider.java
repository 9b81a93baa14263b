package plenum.mediaserver.transport;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.Provider;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Amazon's cryptographic provider, whose algorithms are native code, where its library loads: Linux on x86-64 and ARM (ADR 0020). */
final class NativeProvider {
    private static final Logger log = LoggerFactory.getLogger(NativeProvider.class);
    private static final Optional<Provider> FOUND = load();

    private NativeProvider() {}

    private static Optional<Provider> load() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        Throwable failure = provider.getLoadingError();
        if (failure == null) {
            return Optional.of(provider);
        }
        log.info("cryptography by the Java platform, slower and with more garbage: {}", failure.getMessage());
        return Optional.empty();
    }

    static Optional<Provider> find() {
        return FOUND;
    }
}
