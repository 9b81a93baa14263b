package plenum.mail.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.it.HibernateForTests;
import plenum.job.JobKind;
import plenum.job.Jobs;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailBoard;
import plenum.mail.MailBoard.Entry;
import plenum.mail.MailBoard.State;
import plenum.mail.MailOutbox;
import plenum.mail.MailTemplates;
import plenum.mail.Mails;
import plenum.platform.SiteAddress;

/** The outbox in a real PostgreSQL. */
@Tag("mail")
class StoredMailsIT {
    private static HibernateForTests database;

    private final List<String> scheduled = new ArrayList<>();
    private final Mails mails = database.transactional(Mails.class, this::store);
    private final MailBoard board = database.transactional(MailBoard.class, this::store);
    private final MailOutbox outbox = database.transactional(MailOutbox.class, this::store);

    @BeforeAll
    static void open() {
        database = new HibernateForTests("mail_test", List.of(MailRow.class));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.execute("truncate mail");
    }

    @Test
    void aMailIsStoredWithTheJobThatSendsIt() {
        put();
        Entry entry = board.entries(State.WAITING, 0, 10).getFirst();
        assertThat(entry.recipient()).isEqualTo("ada@example.org");
        assertThat(scheduled).containsExactly("mail-send " + entry.id());
        assertThat(mails.waiting(entry.id()).orElseThrow().content().text()).contains("Bob");
    }

    @Test
    void theTextIsForgottenWithTheMailsEnd() {
        UUID id = put();
        mails.postponed(id, "450 later");
        assertThat(board.entries(State.WAITING, 0, 10).getFirst().error()).contains("450 later");
        mails.sent(id);
        assertThat(mails.waiting(id)).isEmpty();
        assertThat(board.entries(State.SENT, 0, 10).getFirst().attempts()).isEqualTo(2);

        assertThat(mails.bounced(id, "550 5.1.1 no such person")).isTrue();
        assertThat(board.count(State.BOUNCED)).isOne();
        assertThat(mails.bounced(UUID.randomUUID(), "unknown")).isFalse();

        UUID refused = put();
        mails.failed(refused, "550 5.1.1 no\0 such person");
        assertThat(board.count(State.FAILED)).isOne();
        assertThat(database.ask("select count(*) from mail where text is not null or html is not null"))
                .isEqualTo("0");
    }

    @Test
    void oldOnesAreForgotten() {
        put();
        assertThat(mails.forget(Instant.now().minusSeconds(60))).isZero();
        assertThat(mails.forget(Instant.now().plusSeconds(60))).isOne();
    }

    private UUID put() {
        outbox.put(new Letter(
                new MailAddress("ada@example.org"), Locale.GERMAN, "test", List.of("Bob"), Optional.empty()));
        return board.entries(State.WAITING, 0, 1).getFirst().id();
    }

    private StoredMails store(EntityManager entities) {
        StoredMails store = new StoredMails();
        store.entities = entities;
        store.clock = Clock.systemUTC();
        store.jobs = new Recorder();
        store.templates = new TemplatesForTests();
        return store;
    }

    private static final class TemplatesForTests extends MailTemplates {
        TemplatesForTests() {
            super(new SiteAddress("https://meet.example.org"));
        }
    }

    private final class Recorder implements Jobs {
        @Override
        public <T> void schedule(JobKind<T> kind, String id, T data) {
            scheduled.add(kind.name() + " " + id);
        }

        @Override
        public <T> void schedule(JobKind<T> kind, String id, T data, Instant at) {
            schedule(kind, id, data);
        }

        @Override
        public void cancel(JobKind<?> kind, String id) {
            scheduled.remove(kind.name() + " " + id);
        }
    }
}
