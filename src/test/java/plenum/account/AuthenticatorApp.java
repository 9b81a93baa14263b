package plenum.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What people have on their phones for one-time passwords. */
public final class AuthenticatorApp {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param typed the secret as the page shows it */
    public AuthenticatorApp(String typed) {
        String letters = typed.replaceAll("\\s", "");
        byte[] bytes = new byte[letters.length() * 5 / 8];
        long bits = 0;
        int held = 0;
        int at = 0;
        for (char letter : letters.toCharArray()) {
            bits = bits << 5 | ALPHABET.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        secret = Arrays.copyOf(bytes, at);
    }

    /** The code of now. */
    public String code() {
        return Totp.code(secret, Instant.now().getEpochSecond() / STEP.toSeconds());
    }

    /** The code after that: a server takes none twice. */
    public String nextCode() {
        return Totp.code(secret, Instant.now().getEpochSecond() / STEP.toSeconds() + 1);
    }
}
