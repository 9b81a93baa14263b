package plenum.meeting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A cache of passwords that were right a while ago, so that the slow hash is computed once for a meeting and not for each of the three
 * hundred people who enter it. Kept in memory only, as a keyed hash whose key ends with the process. Thread-safe.
 */
final class KnownPasswords {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 1000;

    private final SecretKeySpec key;
    private final Map<String, byte[]> codes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST;
        }
    };

    KnownPasswords() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** False also when nothing is known. */
    boolean isRight(PasswordHash hash, MeetingPassword password) {
        byte[] code;
        synchronized (codes) {
            code = codes.get(hash.text());
        }
        return code != null && MessageDigest.isEqual(code, code(password));
    }

    void remember(PasswordHash hash, MeetingPassword password) {
        byte[] code = code(password);
        synchronized (codes) {
            codes.put(hash.text(), code);
        }
    }

    private byte[] code(MeetingPassword password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.text().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
