package plenum.imip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.calendar.Replies;
import plenum.job.FirstRun;
import plenum.job.TryAgainException;
import plenum.mail.MailAddress;
import plenum.platform.Settings.Login;
import plenum.platform.Settings.Mailbox;
import plenum.platform.Settings.Smtp.Security;

/** Against a real IMAP server. */
@Tag("imip")
class ReadRepliesTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<String> taken = new ArrayList<>();
    private final ReadReplies job = new ReadReplies();
    private GreenMailUser user;

    @BeforeEach
    void open() {
        server.start();
        user = server.setUser("calendar@example.org", "calendar", "secret");
        job.replies = new Replies() {
            @Override
            public Outcome take(MailAddress sender, String text) {
                taken.add(sender.text());
                return Outcome.TAKEN;
            }
        };
    }

    @AfterEach
    void close() {
        server.stop();
    }

    private Mailbox mailbox(String password) {
        return new Mailbox(
                "127.0.0.1",
                server.getImap().getPort(),
                Security.NONE,
                new Login("calendar", password),
                "INBOX",
                "calendar@example.org");
    }

    private void deliver(String from, String type) throws Exception {
        String text = "From: " + from + "\r\nTo: calendar@example.org\r\nContent-Type: " + type
                + "\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n";
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void eachAnswerIsTakenOnceAndOtherMailsStayWhatTheyAre() throws Exception {
        deliver("a@example.net", "text/calendar; method=REPLY");
        deliver("b@example.net", "text/plain");
        deliver("c@example.net", "text/calendar; method=REPLY");
        job.read(Optional.of(mailbox("secret")), new FirstRun());
        assertThat(taken).containsExactly("a@example.net", "c@example.net");
        job.read(Optional.of(mailbox("secret")), new FirstRun());
        assertThat(taken).hasSize(2);
        deliver("d@example.net", "text/calendar; method=REPLY");
        job.read(Optional.of(mailbox("secret")), new FirstRun());
        assertThat(taken).hasSize(3);
    }

    @Test
    void aMailboxThatCannotBeReadIsTriedAgainAndSaysNoPassword() {
        assertThatThrownBy(() -> job.read(Optional.of(mailbox("wrong")), new FirstRun()))
                .isInstanceOf(TryAgainException.class)
                .hasMessageNotContaining("wrong");
        job.read(Optional.empty(), new FirstRun());
        assertThat(taken).isEmpty();
    }
}
