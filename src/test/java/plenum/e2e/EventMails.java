package plenum.e2e;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that Plenum sends through, and the mailbox of the server's own that it reads answers from. */
final class EventMails implements AutoCloseable {
    private static final String ANSWERS = "calendar@example.org";
    private static final String PASSWORD = "mailbox of the calendar";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("http\\S+/answer#[\\w-]+");

    private static EventMails shared;

    private final GreenMail server;
    private final GreenMailUser answers;

    EventMails() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        answers = server.setUser(ANSWERS, ANSWERS, PASSWORD);
    }

    /** That of the Plenum that journeys share; it ends with the test process. */
    static synchronized EventMails shared() {
        if (shared == null) {
            shared = new EventMails();
        }
        return shared;
    }

    /** For a Plenum that sends here and reads here. */
    Map<String, String> settings() {
        return Map.of(
                "PLENUM_SMTP_HOST",
                "127.0.0.1",
                "PLENUM_SMTP_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "PLENUM_SMTP_SECURITY",
                "none",
                "PLENUM_MAIL_FROM",
                "meet@example.org",
                "PLENUM_IMAP_HOST",
                "127.0.0.1",
                "PLENUM_IMAP_PORT",
                Integer.toString(server.getImap().getPort()),
                "PLENUM_IMAP_SECURITY",
                "none",
                "PLENUM_IMAP_USER",
                ANSWERS,
                "PLENUM_IMAP_PASSWORD",
                PASSWORD,
                "PLENUM_IMAP_ADDRESS",
                ANSWERS);
    }

    /** A mail that somebody got, with the file in it. */
    record Invitation(String to, String subject, String body, String file) {
        String method() {
            return line("METHOD");
        }

        int sequence() {
            return Integer.parseInt(line("SEQUENCE"));
        }

        String uid() {
            return line("UID");
        }

        /** Where its reader answers without an account. */
        String link() {
            Matcher link = LINK.matcher(body);
            if (!link.find()) {
                throw new AssertionError("no link in " + body);
            }
            return link.group();
        }

        private String line(String name) {
            return unfolded()
                    .filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElse("");
        }

        private java.util.stream.Stream<String> unfolded() {
            return file.replaceAll("\r?\n[ \t]", "").lines();
        }

        /** The file as the program of its reader sends it back. */
        String reply(String answer) {
            String lines = String.join(
                    "\r\n",
                    unfolded()
                            .filter(line -> !line.startsWith("ATTENDEE") || line.endsWith(":mailto:" + to))
                            .map(line -> line.replace("METHOD:REQUEST", "METHOD:REPLY")
                                    .replaceFirst("PARTSTAT=[A-Z-]+", "PARTSTAT=" + answer))
                            .toList());
            return lines + "\r\n";
        }
    }

    /** The latest that somebody got, when they have got this many. */
    Invitation await(Page page, String to, int number) {
        Await.until(page, "mail " + number + " to " + to, PATIENCE, () -> to(to).size() >= number);
        return to(to).get(number - 1);
    }

    List<Invitation> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** To anybody of a domain. */
    List<Invitation> within(String domain) {
        return all().stream().filter(mail -> mail.to().endsWith("@" + domain)).toList();
    }

    private List<Invitation> all() {
        return Arrays.stream(server.getReceivedMessages())
                .map(EventMails::read)
                .filter(mail -> !mail.to().equals(ANSWERS))
                .toList();
    }

    /** What a mail is known by. */
    record Sent(String to, String subject, String id) {}

    /** Each copy that came. */
    List<Sent> copies() {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> {
                    try {
                        return new Sent(address(mail), mail.getSubject(), mail.getMessageID());
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String address(MimeMessage mail) throws MessagingException {
        return mail.getRecipients(Message.RecipientType.TO)[0].toString().replaceFirst(".*<(.*)>", "$1");
    }

    private static Invitation read(MimeMessage mail) {
        try {
            StringBuilder text = new StringBuilder();
            StringBuilder file = new StringBuilder();
            collect(mail, text, file);
            return new Invitation(address(mail), mail.getSubject(), text.toString(), file.toString());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(GreenMailUtil.getWholeMessage(mail), e);
        }
    }

    private static void collect(Part part, StringBuilder text, StringBuilder file)
            throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                collect(one, text, file);
            }
        } else if (part.isMimeType("text/calendar") && file.isEmpty()) {
            file.append(
                    content instanceof InputStream bytes
                            ? new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                            : content.toString());
        } else if (part.isMimeType("text/plain")) {
            text.append(content);
        }
    }

    /** Somebody's program answers an invitation by mail. */
    void reply(Invitation invitation, String answer) {
        String text = "From: " + invitation.to() + "\r\nTo: " + ANSWERS
                + "\r\nSubject: Re\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n"
                + invitation.reply(answer);
        try {
            answers.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
