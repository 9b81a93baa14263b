package plenum.e2e;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import plenum.launcher.Ports;

/** A real SMTP server on this machine, with the mailboxes of whoever gets mail. */
final class PostOffice implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("http\\S+/link#[\\w-]{43}");

    private final GreenMail server =
            new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    PostOffice() {
        server.start();
    }

    /** What Plenum is told of it. */
    Map<String, String> settings() {
        return Map.of(
                "PLENUM_SMTP_HOST", "127.0.0.1",
                "PLENUM_SMTP_PORT", Integer.toString(server.getSmtp().getPort()),
                "PLENUM_SMTP_SECURITY", "none",
                "PLENUM_MAIL_FROM", "meet@example.org");
    }

    /** And one thing more. */
    Map<String, String> settingsWith(String name, String value) {
        Map<String, String> all = new HashMap<>(settings());
        all.put(name, value);
        return all;
    }

    /** The link in the newest mail to somebody, as soon as there is one. */
    String linkFor(String email) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> newestLink(email), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> newestLink(String email) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .reduce((earlier, later) -> later)
                .map(GreenMailUtil::getBody)
                .map(body -> LINK.matcher(body.replace("=\r\n", "")))
                .filter(Matcher::find)
                .map(Matcher::group);
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(address -> address.toString().contains(email));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
