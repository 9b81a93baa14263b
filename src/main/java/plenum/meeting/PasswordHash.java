package plenum.meeting;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The stored form of a meeting's password: PBKDF2 (RFC 8018 section 5.2) with HMAC-SHA-256, a random salt, and the number of rounds, so
 * that later hashes can have more.
 *
 * @param text {@code pbkdf2-sha256$rounds$salt$hash}, the last two in Base64
 */
public record PasswordHash(String text) {
    private static final String SCHEME = "pbkdf2-sha256";
    static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** Takes a few tenths of a second with all rounds; {@link PasswordHashing} alone calls it. */
    static PasswordHash of(MeetingPassword password, RandomGenerator random, int rounds) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash(String.join(
                "$",
                SCHEME,
                Integer.toString(rounds),
                base64.encodeToString(salt),
                base64.encodeToString(derive(password, salt, rounds))));
    }

    /** Takes as long as {@link #of} did. */
    boolean matches(MeetingPassword password) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("a password's hash that this version cannot read");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(hash, derive(password, salt, Integer.parseInt(parts[1])));
    }

    private static byte[] derive(MeetingPassword password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.text().toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2 with HMAC-SHA-256", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "hash of a password";
    }
}
