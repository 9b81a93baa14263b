package plenum.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.platform.Settings;
import plenum.platform.Settings.Smtp;

/** What the postman says to real servers. */
@Tag("mail")
class PostmanTest {
    private static final Settings.Login LOGIN = new Settings.Login("plenum", "correct horse");
    private static final Mails.Content CONTENT =
            new Mails.Content("Grüße: 会議 🦊", "Hören Sie?\n", "<p lang=\"de\">Hören Sie? 🦊</p>", Optional.empty());
    private static final Mails.Waiting MAIL = new Mails.Waiting(
            UUID.fromString("5f0f3b1e-0000-4000-8000-000000000001"),
            new MailAddress("ada@example.org"),
            "de",
            CONTENT,
            Instant.parse("2026-11-29T10:00:00Z"));

    @TempDir
    static Path folder;

    private static TestKeys keys;

    private final Postman trusting = new Postman(Optional.of(keys.context().getSocketFactory()));
    private GreenMail server;

    @BeforeAll
    static void makeKeys() {
        keys = new TestKeys(folder);
        System.setProperty("greenmail.tls.keystore.file", keys.file().toString());
        System.setProperty("greenmail.tls.keystore.password", TestKeys.PASSWORD);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void theMailArrivesAsItWasWritten() throws Exception {
        int port = start(ServerSetup.PROTOCOL_SMTP);
        assertThat(trusting.deliver(MAIL, smtp(port, Smtp.Security.NONE, Optional.empty())))
                .isEqualTo(new Delivery.Taken());

        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo(CONTENT.subject());
        assertThat(came.getFrom()[0]).hasToString("=?UTF-8?Q?Plenum_f=C3=BCr_alle?= <meet@example.org>");
        assertThat(came.getAllRecipients()).singleElement().hasToString("ada@example.org");
        assertThat(came.getMessageID()).isEqualTo("<5f0f3b1e-0000-4000-8000-000000000001@example.org>");
        assertThat(came.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(came.getHeader("Return-Path")[0]).contains("meet@example.org");
        MimeMultipart parts = (MimeMultipart) came.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString().strip())
                .isEqualTo(CONTENT.text().strip());
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo(CONTENT.html());
    }

    @Test
    void goesThroughTlsWithAPassword() throws Exception {
        int port = start(ServerSetup.PROTOCOL_SMTPS);
        server.getUserManager().setAuthRequired(true);
        assertThat(trusting.deliver(MAIL, smtp(port, Smtp.Security.TLS, Optional.of(LOGIN))))
                .isEqualTo(new Delivery.Taken());
        assertThat(server.getReceivedMessages()).hasSize(1);

        Settings.Login wrong = new Settings.Login("plenum", "wrong");
        Delivery refused = trusting.deliver(MAIL, smtp(port, Smtp.Security.TLS, Optional.of(wrong)));
        assertThat(refused).isInstanceOf(Delivery.Postponed.class);
        assertThat(refused.toString()).doesNotContain("wrong");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "STARTTLS"})
    void tellsNothingToAServerThatIsNotWhoItSaysItIs(Smtp.Security security) throws Exception {
        Postman ofTheJdk = new Postman();
        if (security == Smtp.Security.TLS) {
            int port = start(ServerSetup.PROTOCOL_SMTPS);
            assertThat(ofTheJdk.deliver(MAIL, smtp(port, security, Optional.of(LOGIN))))
                    .isInstanceOf(Delivery.Postponed.class);
            assertThat(server.getReceivedMessages()).isEmpty();
            return;
        }
        try (TalkativeServer talkative = new TalkativeServer(keys.context(), true, Map.of())) {
            assertThat(ofTheJdk.deliver(MAIL, smtp(talkative.port(), security, Optional.of(LOGIN))))
                    .isInstanceOf(Delivery.Postponed.class);
            assertThat(talkative.heard()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
        }
    }

    @Test
    void turnsToTlsBeforeItSaysAnything() throws Exception {
        try (TalkativeServer talkative = new TalkativeServer(keys.context(), true, Map.of())) {
            assertThat(trusting.deliver(MAIL, smtp(talkative.port(), Smtp.Security.STARTTLS, Optional.of(LOGIN))))
                    .isEqualTo(new Delivery.Taken());
            assertThat(talkative.heard())
                    .filteredOn(line -> !line.startsWith("tls "))
                    .allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
            assertThat(talkative.heard()).contains("tls RCPT TO:<ada@example.org>");
        }
    }

    @Test
    void tellsNothingWhereStartTlsIsNotOffered() throws Exception {
        try (TalkativeServer talkative = new TalkativeServer(keys.context(), false, Map.of())) {
            assertThat(trusting.deliver(MAIL, smtp(talkative.port(), Smtp.Security.STARTTLS, Optional.of(LOGIN))))
                    .isInstanceOf(Delivery.Postponed.class);
            assertThat(talkative.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 no such person       | true",
                "RCPT | 450 4.2.1 come back later      | false",
                "RCPT | 554 5.7.1 relay access denied  | false",
                "MAIL | 530 5.7.0 authenticate first   | false",
                "DATA | 554 5.6.0 not such content     | true",
                ".    | 552 5.3.4 too large            | true",
                ".    | 451 4.3.0 try again            | false",
                "MAIL | 421 4.3.2 too busy             | false",
            })
    void tellsForGoodFromForNow(String command, String reply, boolean forGood) throws IOException {
        try (TalkativeServer talkative = new TalkativeServer(keys.context(), false, Map.of(command, reply))) {
            Delivery delivery = trusting.deliver(MAIL, smtp(talkative.port(), Smtp.Security.NONE, Optional.empty()));
            assertThat(delivery).isInstanceOf(forGood ? Delivery.Refused.class : Delivery.Postponed.class);
            assertThat(delivery.toString()).as("what the console shows").contains(reply.substring(0, 3));
        }
    }

    @Test
    void aServerThatIsAwayIsAskedLater() {
        assertThat(trusting.deliver(MAIL, smtp(1, Smtp.Security.NONE, Optional.empty())))
                .isInstanceOf(Delivery.Postponed.class);
    }

    @Test
    void noNameEndsAHeader() throws Exception {
        int port = start(ServerSetup.PROTOCOL_SMTP);
        Mails.Waiting evil = new Mails.Waiting(
                MAIL.id(),
                MAIL.recipient(),
                "de",
                new Mails.Content("Hi\r\nBcc: eve@example.org\r\n\r\nbody", "text", "html", Optional.empty()),
                MAIL.writtenAt());
        trusting.deliver(evil, smtp(port, Smtp.Security.NONE, Optional.empty()));
        for (MimeMessage came : server.getReceivedMessages()) {
            assertThat(came.getHeader("Bcc")).isNull();
            assertThat(GreenMailUtil.getWholeMessage(came)).doesNotContain("\r\nBcc:");
        }
    }

    private int start(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        server = new GreenMail(setup);
        server.setUser("plenum", "plenum", LOGIN.password());
        server.start();
        return protocol.equals(ServerSetup.PROTOCOL_SMTPS)
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    private static Smtp smtp(int port, Smtp.Security security, Optional<Settings.Login> login) {
        return new Smtp("localhost", port, security, login, "meet@example.org", "Plenum für alle");
    }
}
