package plenum.imip;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import plenum.mail.MailAddress;

/**
 * A mail that may be an answer.
 *
 * @param sender the one address that it is from
 * @param calendar its iCalendar part
 */
record ReplyMail(MailAddress sender, String calendar) {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 6;

    /** Empty when it has no such part, several senders, or its own server says that the sender is forged. */
    static Optional<ReplyMail> of(Message message) throws MessagingException, IOException {
        Address[] from = message.getFrom();
        if (from == null || from.length != 1 || !(from[0] instanceof InternetAddress address) || isForged(message)) {
            return Optional.empty();
        }
        Optional<MailAddress> sender = MailAddress.parse(address.getAddress());
        Optional<String> calendar = calendar(message, 0);
        return sender.flatMap(known -> calendar.map(text -> new ReplyMail(known, text)));
    }

    /** The topmost results are those of the mailbox's own server (RFC 8601 section 5); older ones anybody may have written. */
    private static boolean isForged(Message message) throws MessagingException {
        String[] results = message.getHeader("Authentication-Results");
        if (results == null || results.length == 0) {
            return false;
        }
        String own = results[0].toLowerCase(Locale.ROOT);
        boolean nothingPassed = !own.contains("spf=pass") && !own.contains("dkim=pass");
        return own.contains("dmarc=fail") || (nothingPassed && (own.contains("spf=fail") || own.contains("dkim=fail")));
    }

    private static Optional<String> calendar(Part part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
            return Optional.of(text(part));
        }
        if (part.isMimeType("multipart/*") && depth < DEEPEST && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < Math.min(parts.getCount(), 20); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = calendar(inner, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream bytes = part.getInputStream()) {
            return new String(bytes.readNBytes(LONGEST), charset(part));
        }
    }

    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
