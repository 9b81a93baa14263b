package plenum.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import plenum.platform.Settings;
import plenum.platform.Settings.Smtp;

/**
 * Sends mail by SMTP (RFC 5321) to the operator's server: with TLS from the start, with STARTTLS (RFC 3207), or without encryption on a
 * private network.
 */
@ApplicationScoped
public class Postman {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "60000";
    private static final Pattern REPLY = Pattern.compile("^([245]\\d\\d)(?:[ -]|$)");
    /** Errors of our configuration and not of the mail: the mail waits until the operator has corrected them. */
    private static final Pattern OURS = Pattern.compile("53[0458]|55[0-9] 5\\.7\\.1 .*(?i:relay|authenticat).*");

    private final Optional<SSLSocketFactory> sockets;

    public Postman() {
        this(Optional.empty());
    }

    /** @param sockets in place of those that trust what the JDK trusts */
    Postman(Optional<SSLSocketFactory> sockets) {
        this.sockets = sockets;
    }

    Delivery deliver(Mails.Waiting mail, Smtp server) {
        Session session = Session.getInstance(properties(server));
        try (Transport transport = session.getTransport("smtp")) {
            Message message = message(mail, server, session);
            String user = server.login().map(Settings.Login::user).orElse(null);
            String password = server.login().map(Settings.Login::password).orElse(null);
            transport.connect(server.host(), server.port(), user, password);
            transport.sendMessage(message, message.getAllRecipients());
            return new Delivery.Taken();
        } catch (AuthenticationFailedException e) {
            return new Delivery.Postponed("the mail server refuses our user name or password");
        } catch (MessagingException e) {
            return verdict(e);
        }
    }

    private Properties properties(Smtp server) {
        Properties properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", ANSWER_MILLIS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        // no password for somebody in between who strips the offer of STARTTLS
        properties.put("mail.smtp.starttls.enable", Boolean.toString(server.security() == Smtp.Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(server.security() == Smtp.Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == Smtp.Security.TLS));
        properties.put("mail.smtp.from", server.sender());
        sockets.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        return properties;
    }

    private static Message message(Mails.Waiting mail, Smtp server, Session session) throws MessagingException {
        MimeMessage message = new OneIdMessage(session, "<" + mail.id() + "@" + domain(server.sender()) + ">");
        try {
            message.setFrom(new InternetAddress(server.sender(), server.senderName(), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.recipient().text(), true));
        message.setSubject(mail.content().subject(), UTF_8);
        message.setSentDate(Date.from(mail.writtenAt()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834 section 5: nobody's absence answers it
        message.setHeader("Content-Language", mail.language());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.content().text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.content().html(), UTF_8, "html");
        MimeMultipart parts = new MimeMultipart("alternative", text, html);
        if (mail.content().event().isPresent()) {
            Letter.EventPart event = mail.content().event().get();
            message.setReplyTo(
                    new InternetAddress[] {new InternetAddress(event.replyTo().text(), true)});
            parts.addBodyPart(eventPart(event));
        }
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    /** Last of the alternatives, so that a reader that knows events takes it (RFC 6047 section 2.4). */
    private static MimeBodyPart eventPart(Letter.EventPart event) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                event.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + event.method())));
        return part;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** A reply of class 5 is for good, unless it is about us; everything else is for now. */
    private static Delivery verdict(MessagingException failure) {
        for (@Nullable Exception cause = failure; cause != null; cause = next(cause)) {
            String said = oneLine(cause);
            Matcher reply = REPLY.matcher(said);
            if (reply.find()) {
                boolean forGood = reply.group(1).startsWith("5")
                        && !OURS.matcher(reply.group(1)).matches()
                        && !OURS.matcher(said).matches();
                return forGood ? new Delivery.Refused(said) : new Delivery.Postponed(said);
            }
        }
        return new Delivery.Postponed(oneLine(failure));
    }

    private static String oneLine(Exception failure) {
        String said = failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : said.strip().replaceAll("\\s+", " ");
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** Keeps the id that it is given: a mail that is sent twice is one mail to its reader. */
    private static final class OneIdMessage extends MimeMessage {
        private final String id;

        OneIdMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
