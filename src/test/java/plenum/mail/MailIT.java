package plenum.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.MailBoard.State;
import plenum.meeting.store.Schema;
import plenum.platform.Settings;

/** From the outbox to a server, in the container: transaction, job and Jakarta Mail as they are there. */
@Tag("mail")
@ExtendWith(ArquillianExtension.class)
class MailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MailOutbox outbox;

    @Inject
    MailBoard board;

    @Inject
    Settings settings;

    @Inject
    Schema schema;

    @Resource(lookup = "java:jboss/UserTransaction")
    UserTransaction transaction;

    @Deployment
    static WebArchive application() {
        return Deployments.application().addClass(TalkativeServer.class);
    }

    @BeforeEach
    void awaitSchema() {
        AwaitSchema.of(schema);
    }

    @Test
    void whatIsCommittedIsSentAndWhatIsRefusedIsKnown() throws Exception {
        int port = settings.services().smtp().orElseThrow().port();
        long sent = board.count(State.SENT);
        try (TalkativeServer server = new TalkativeServer(port, SSLContext.getDefault(), false, Map.of())) {
            transaction.begin();
            outbox.put(letter("never@example.org"));
            transaction.rollback();
            transaction.begin();
            outbox.put(letter("ada@example.org"));
            transaction.commit();
            await(() -> board.count(State.SENT) == sent + 1);
            assertTrue(server.heard().contains("RCPT TO:<ada@example.org>"));
            assertTrue(server.heard().stream().noneMatch(line -> line.contains("never@")));
        }
        long failed = board.count(State.FAILED);
        try (TalkativeServer server =
                new TalkativeServer(port, SSLContext.getDefault(), false, Map.of("RCPT", "550 5.1.1 no such person"))) {
            outbox.put(letter("nobody@example.org"));
            await(() -> board.count(State.FAILED) == failed + 1);
            MailBoard.Entry entry = board.entries(State.FAILED, 0, 1).getFirst();
            assertEquals("nobody@example.org", entry.recipient());
            assertEquals(Optional.of("550 5.1.1 no such person"), entry.error());
        }
    }

    private static Letter letter(String to) {
        return new Letter(new MailAddress(to), Locale.GERMAN, "test", List.of("Bob"), Optional.empty());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(condition.getAsBoolean());
    }
}
