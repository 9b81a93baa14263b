package plenum.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The stored form of an account's password: Argon2id (RFC 9106) with a random salt and its cost, so that later hashes can cost more. 19 MiB
 * and two passes are the minimum that OWASP recommends.
 *
 * @param text {@code argon2id$m=19456,t=2,p=1$salt$hash}, the last two in Base64
 */
public record Argon2Hash(String text) {
    private static final String SCHEME = "argon2id";
    private static final Cost COST = new Cost(19_456, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private record Cost(int kilobytes, int passes, int lanes) {
        static Cost parse(String text) {
            String[] parts = text.split(",", -1);
            return new Cost(value(parts[0]), value(parts[1]), value(parts[2]));
        }

        private static int value(String part) {
            return Integer.parseInt(part.substring(2));
        }

        @Override
        public String toString() {
            return "m=" + kilobytes + ",t=" + passes + ",p=" + lanes;
        }
    }

    /** Takes some hundredths of a second and 19 MiB; {@code random} must be cryptographically strong. */
    static Argon2Hash of(String password, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new Argon2Hash(String.join(
                "$",
                SCHEME,
                COST.toString(),
                base64.encodeToString(salt),
                base64.encodeToString(derive(password, salt, COST))));
    }

    /** Takes as long as {@link #of}. */
    boolean matches(String password) {
        String[] parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("a password's hash that this version cannot read");
        }
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] hash = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(hash, derive(password, salt, Cost.parse(parts[1])));
    }

    private static byte[] derive(String password, byte[] salt, Cost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.kilobytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    @Override
    public String toString() {
        return "hash of a password";
    }
}
