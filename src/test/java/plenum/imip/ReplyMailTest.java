package plenum.imip;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.mail.MailAddress;

@Tag("imip")
class ReplyMailTest {
    private static final String ICS = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n";

    private static Optional<ReplyMail> read(String... lines) throws Exception {
        byte[] bytes = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        return ReplyMail.of(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    /** As Gmail sends it: alternatives within a mixed mail, and the file once more as an attachment. */
    @Test
    void gmail() throws Exception {
        Optional<ReplyMail> mail = read(
                "From: Guest <guest@example.net>",
                "To: calendar@example.org",
                "Subject: Accepted: Plan",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=\"a\"",
                "",
                "--a",
                "Content-Type: multipart/alternative; boundary=\"b\"",
                "",
                "--b",
                "Content-Type: text/plain; charset=\"UTF-8\"",
                "",
                "Guest has accepted this invitation.",
                "--b",
                "Content-Type: text/calendar; charset=\"UTF-8\"; method=REPLY",
                "Content-Transfer-Encoding: 7bit",
                "",
                ICS,
                "--b--",
                "--a",
                "Content-Type: application/ics; name=\"invite.ics\"",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getEncoder().encodeToString("other".getBytes(StandardCharsets.UTF_8)),
                "--a--");
        assertThat(mail.orElseThrow().sender()).isEqualTo(new MailAddress("guest@example.net"));
        assertThat(mail.orElseThrow().calendar()).contains("METHOD:REPLY");
    }

    /** As Outlook sends it: base64, the part last of the alternatives. */
    @Test
    void outlook() throws Exception {
        Optional<ReplyMail> mail = read(
                "From: \"Muster, Hans\" <guest@example.net>",
                "Content-Type: multipart/alternative; boundary=\"_000_\"",
                "",
                "--_000_",
                "Content-Type: text/plain; charset=\"iso-8859-1\"",
                "",
                "",
                "--_000_",
                "Content-Type: text/calendar; charset=\"utf-8\"; method=REPLY",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(ICS.getBytes(StandardCharsets.UTF_8)),
                "--_000_--");
        assertThat(mail.orElseThrow().calendar()).isEqualTo(ICS);
    }

    /** As Apple Calendar sends it: an attachment of a mixed mail. */
    @Test
    void apple() throws Exception {
        Optional<ReplyMail> mail = read(
                "From: guest@example.net",
                "Content-Type: multipart/mixed; boundary=Apple-Mail",
                "",
                "--Apple-Mail",
                "Content-Type: text/plain",
                "",
                "Guest accepted your invitation",
                "--Apple-Mail",
                "Content-Type: text/calendar; name=iCal-1.ics; charset=utf-8; method=REPLY",
                "Content-Disposition: attachment; filename=iCal-1.ics",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "BEGIN:VCALENDAR",
                "METHOD:REPLY",
                "COMMENT:caf=C3=A9",
                "END:VCALENDAR",
                "--Apple-Mail--");
        assertThat(mail.orElseThrow().calendar()).contains("COMMENT:café");
    }

    @ParameterizedTest
    @CsvSource({
        "mx.example.org; dkim=pass; spf=pass; dmarc=pass, true",
        "mx.example.org; dkim=none; spf=none, true",
        "mx.example.org; dkim=none; spf=pass; dmarc=fail, false",
        "mx.example.org; spf=fail, false",
        "mx.example.org; dkim=fail; spf=pass, true"
    })
    void whatTheMailboxsServerCallsForgedIsNoAnswer(String results, boolean taken) throws Exception {
        assertThat(read(
                                "Authentication-Results: " + results,
                                "Authentication-Results: elsewhere; dmarc=pass",
                                "From: guest@example.net",
                                "Content-Type: text/calendar; method=REPLY",
                                "",
                                ICS)
                        .isPresent())
                .isEqualTo(taken);
    }

    @Test
    void otherMailsAreNoAnswers() throws Exception {
        assertThat(read("From: guest@example.net", "Content-Type: text/plain", "", "Hello"))
                .isEmpty();
        assertThat(read("Content-Type: text/calendar", "", ICS)).isEmpty();
        assertThat(read("From: a@example.net, b@example.net", "Content-Type: text/calendar", "", ICS))
                .isEmpty();
    }
}
