package plenum.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail address as in an envelope (RFC 5321 section 4.1.2), without quoted local parts and address literals. In lower case altogether: no
 * provider distinguishes {@code Ada@} from {@code ada@}, and two accounts must not. An internationalised domain is in its ASCII form.
 */
public record MailAddress(String text) {
    private static final int LONGEST = 254; // RFC 5321 section 4.5.3.1.3, without the brackets
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@([^@\\s]+)");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_LOCAL_PART = 64;

    /** Empty when no mail could be sent there. Nothing of what it accepts can end a line or name a second address. */
    public static Optional<MailAddress> parse(String typed) {
        Matcher parts = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches() || parts.group(1).length() > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        return ascii(parts.group(2))
                .map(domain -> new MailAddress(parts.group(1) + "@" + domain))
                .filter(address -> address.text.length() <= LONGEST);
    }

    private static Optional<String> ascii(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The part behind the at sign. */
    public String domain() {
        return text.substring(text.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
