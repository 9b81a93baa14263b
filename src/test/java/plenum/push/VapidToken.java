package plenum.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A push service's side of RFC 8292: what a header {@code Authorization} says, once its signature has been checked.
 *
 * @param key that signed it
 */
public record VapidToken(String key, JsonNode header, JsonNode claims) {
    private static final Pattern HEADER =
            Pattern.compile("vapid t=([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+), k=([A-Za-z0-9_-]+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when it is none, or its signature does not hold */
    public static VapidToken of(String authorization) {
        Matcher parts = HEADER.matcher(authorization);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the scheme of RFC 8292 section 3");
        }
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(P256.publicKey(bytes(parts.group(4))));
            signature.update((parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(bytes(parts.group(3)))) {
                throw new IllegalArgumentException("the signature does not hold");
            }
            return new VapidToken(
                    parts.group(4), JSON.readTree(bytes(parts.group(1))), JSON.readTree(bytes(parts.group(2))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no signature", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
