package plenum.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The content of a mail. The words are in the message bundles: {@code mail.KIND.subject}, {@code mail.KIND.text.1} and so on, and {@code
 * mail.KIND.button} where there is a link.
 *
 * @param values for the places {@code {0}}, {@code {1}} of these texts; may come from people
 * @param link where the button leads; made from {@link plenum.platform.SiteAddress} alone
 */
public record Letter(MailAddress to, Locale language, String kind, List<String> values, Optional<String> link) {
    public Letter {
        values = List.copyOf(values);
    }
}
