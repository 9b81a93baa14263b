package plenum.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import plenum.mail.MailAddress;

/**
 * A new password for an account: 10 to 128 characters, and none of the most common ones (NIST SP 800-63B section 3.1.1.2: length, no rules
 * about kinds of characters). Normalised (NFC), so that the same letters from two keyboards are the same password.
 */
public record NewPassword(String text) {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;
    private static final int LEAST_DIFFERENT = 4;

    /** Empty when it is too short, too long, or easy to guess for who knows the address. */
    public static Optional<NewPassword> parse(String typed, MailAddress of) {
        String text = normal(typed);
        int length = text.codePointCount(0, text.length());
        boolean fits = length >= SHORTEST && length <= LONGEST;
        return fits && !isGuessed(text, of) ? Optional.of(new NewPassword(text)) : Optional.empty();
    }

    /** A password as it was typed, in the form in which it is compared. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    private static boolean isGuessed(String text, MailAddress of) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean monotonous = lower.codePoints().distinct().count() < LEAST_DIFFERENT;
        boolean row = "01234567890123456789".contains(lower)
                || "98765432109876543210".contains(lower)
                || "abcdefghijklmnopqrstuvwxyz".contains(lower)
                || "qwertzuiopasdfghjkl".contains(lower)
                || "qwertyuiopasdfghjkl".contains(lower);
        String bare = lower.replaceAll("[^\\p{L}]", "");
        boolean first = bare.matches(
                "(pass?w(o|0)?rd|passwort|plenum|hallo|welcome|willkommen|letmein|iloveyou|admin|administrator){1,3}");
        String local = of.text().substring(0, of.text().indexOf('@'));
        return monotonous || row || first || lower.equals(of.text()) || bare.equals(local) || lower.equals(local);
    }

    @Override
    public String toString() {
        return "password";
    }
}
