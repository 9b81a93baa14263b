package plenum.meeting;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of the key of an end-to-end encrypted meeting. The key itself stays in the browsers; it cannot be found from this.
 *
 * @param check 16 bytes derived from the key, by which a browser tells a wrong key; in base64url
 * @param salt of a key that is derived from a phrase; 16 bytes in base64url
 */
public record KeyCheck(String check, String salt) {
    private static final Pattern SIXTEEN_BYTES = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** As a browser says it; empty when it is not one. */
    public static Optional<KeyCheck> parse(@Nullable String check, @Nullable String salt) {
        if (check == null || salt == null) {
            return Optional.empty();
        }
        boolean fit = SIXTEEN_BYTES.matcher(check).matches()
                && SIXTEEN_BYTES.matcher(salt).matches();
        return fit ? Optional.of(new KeyCheck(check, salt)) : Optional.empty();
    }
}
