package plenum.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's TURN server, with time-limited credentials: the user name holds the expiry and is signed with a secret that the TURN
 * server shares with us (draft-uberti-behave-turn-rest-00; coturn's {@code use-auth-secret}).
 *
 * @param urls {@code turn:} and {@code turns:}
 * @param secret known to the relay and to us, and to no browser
 */
public record TurnRelay(List<String> urls, String secret) {
    private static final String HMAC = "HmacSHA1";

    public TurnRelay {
        urls = List.copyOf(urls);
    }

    /** A name and its password. */
    public record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]"; // the password stays out of logs
        }
    }

    /** For one person, until then. */
    public Credentials credentials(String person, Instant expiry) {
        String username = expiry.getEpochSecond() + ":" + person;
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            byte[] signature = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
            return new Credentials(username, Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    @Override
    public String toString() {
        return "TurnRelay" + urls; // the secret stays out of logs
    }
}
