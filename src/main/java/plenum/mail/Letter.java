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
 * @param event what the recipient's calendar is told
 */
public record Letter(
        MailAddress to,
        Locale language,
        String kind,
        List<String> values,
        Optional<String> link,
        Optional<EventPart> event) {
    public Letter {
        values = List.copyOf(values);
    }

    public Letter(MailAddress to, Locale language, String kind, List<String> values, Optional<String> link) {
        this(to, language, kind, values, link, Optional.empty());
    }

    /**
     * An event that a mail brings (RFC 6047).
     *
     * @param method such as {@code REQUEST}
     * @param text iCalendar (RFC 5545)
     * @param replyTo whom answers go to
     */
    public record EventPart(String method, String text, MailAddress replyTo) {}
}
