package plenum.mediaserver.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** The hash of a certificate as a description carries it (RFC 8122 section 5). */
public record Fingerprint(String algorithm, String value) {
    private static final Set<String> STRONG = Set.of("sha-256", "sha-384", "sha-512");
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    static Fingerprint sha256(byte[] certificate) {
        return new Fingerprint("sha-256", digest("sha-256", certificate));
    }

    /** Whether it is a strong enough hash of this certificate. */
    boolean fits(byte[] certificate) {
        String name = algorithm.toLowerCase(Locale.ROOT);
        return STRONG.contains(name) && digest(name, certificate).equalsIgnoreCase(value);
    }

    private static String digest(String algorithm, byte[] certificate) {
        try {
            return HEX.formatHex(MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT))
                    .digest(certificate));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
