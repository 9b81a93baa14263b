package plenum.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A token that only its owner knows: 256 random bits as text for cookies and links. The database has its SHA-256; a token with so much
 * randomness needs no slow hash.
 */
public record SecretToken(String text) {
    private static final int BYTES = 32;

    /** @param random cryptographically strong */
    public static SecretToken draw(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** 32 bytes. */
    public byte[] hash() {
        return hash(text);
    }

    /** 32 bytes. */
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** It belongs in no log. */
    @Override
    public String toString() {
        return "token";
    }
}
