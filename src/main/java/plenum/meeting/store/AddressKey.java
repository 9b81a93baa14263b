package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.platform.Settings;

/**
 * Hashes network addresses with a key that is derived from the server's secret and never in the database. Without a key, all IPv4 addresses
 * could be hashed and compared within minutes.
 */
@ApplicationScoped
@NullUnmarked
class AddressKey {
    private static final Logger log = LoggerFactory.getLogger(AddressKey.class);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private byte[] key;

    @Inject
    void start(Settings settings, RandomGenerator random) {
        key = settings.services()
                .accounts()
                .secret()
                .map(secret -> hmac(secret, "network addresses"))
                .orElseGet(() -> drawn(random));
    }

    private static byte[] drawn(RandomGenerator random) {
        log.warn(
                "PLENUM_SECRET is not set: wrong codes and passwords are forgotten when the server stops, and so are the addresses of people who"
                        + " were removed for good");
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 32 bytes. */
    byte[] hash(String address) {
        return hmac(key, address);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
