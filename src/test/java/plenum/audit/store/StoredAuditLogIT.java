package plenum.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditAction;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;
import plenum.audit.AuditSearch;
import plenum.audit.AuditSearch.Wanted;
import plenum.it.HibernateForTests;

/** Lines of admins in a real PostgreSQL, and how they are found. */
@Tag("audit")
class StoredAuditLogIT {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static HibernateForTests database;

    private final UUID admin = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final AuditLog log = database.transactional(AuditLog.class, StoredAuditLogIT::store);
    private final AuditSearch search = database.transactional(AuditSearch.class, StoredAuditLogIT::store);

    @BeforeAll
    static void open() {
        database = new HibernateForTests("audit_test", List.of(AuditRow.class));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void lines() {
        database.execute("truncate audit");
        write(0, AuditAction.USER_ROLE, "bob.müller@example.org", "USER", "ADMIN");
        write(1, AuditAction.USER_DISABLE, "bob.müller@example.org", "ACTIVE", "DISABLED");
        write(2, AuditAction.MEDIA_DRAIN, "ws://127.0.0.1:8888/kurento", null, null);
    }

    @Test
    void theLatestComesFirstWithWhatItWasAndIs() {
        List<AuditLine> all = search.find(Wanted.all(), 0, 10);
        assertThat(all)
                .extracting(AuditLine::action)
                .containsExactly(AuditAction.MEDIA_DRAIN, AuditAction.USER_DISABLE, AuditAction.USER_ROLE);
        assertThat(all.getLast().before()).contains("USER");
        assertThat(all.getLast().after()).contains("ADMIN");
        assertThat(all.getLast().actor()).contains(admin);
        assertThat(search.find(Wanted.all(), 1, 1))
                .extracting(AuditLine::action)
                .containsExactly(AuditAction.USER_DISABLE);
    }

    @Test
    void wordsActionAndTimeFilter() {
        assertThat(count("müll")).isEqualTo(2);
        assertThat(count("ada BOB")).as("beginnings of words, all of them").isEqualTo(2);
        assertThat(count("127")).isOne();
        assertThat(count("nobody")).isZero();
        assertThat(count("') | ':* & !"))
                .as("what is typed is words, and no query")
                .isEqualTo(3);
        assertThat(search.count(
                        new Wanted("", Optional.of(AuditAction.USER_ROLE), Optional.empty(), Optional.empty()), 10))
                .isOne();
        Wanted later =
                new Wanted("", Optional.empty(), Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(2)));
        assertThat(search.find(later, 0, 10)).extracting(AuditLine::action).containsExactly(AuditAction.USER_DISABLE);
        assertThat(search.count(Wanted.all(), 2)).as("counting stops").isEqualTo(2);
    }

    /** A word that few lines have is searched in another way than one that many have. */
    @Test
    void rareAndFrequentWordsAreFoundTheLatestFirst() {
        database.execute("""
            insert into audit (at, actor_name, action, subject)
            select timestamptz '2026-11-30 12:00:00Z' + n * interval '1 second', 'Grace', case when n % 2 = 0 then 'MUTE' else 'ADMIT' end, 'guest' || n
            from generate_series(1, 6000) n\
            """);
        assertThat(subjects("grace", 0)).startsWith("guest6000", "guest5999").hasSize(10);
        assertThat(subjects("grace", 5_995)).containsExactly("guest5", "guest4", "guest3", "guest2", "guest1");
        assertThat(subjects("guest599", 0)).startsWith("guest5999", "guest5998").hasSize(10);
        assertThat(subjects("guest599", 10)).containsExactly("guest599");
    }

    private List<String> subjects(String words, int first) {
        Wanted wanted = new Wanted(words, Optional.empty(), Optional.empty(), Optional.empty());
        return search.find(wanted, first, 10).stream()
                .map(line -> line.subject().orElseThrow())
                .toList();
    }

    @Test
    void aPersonIsTakenOutOfTheLinesAndTheLinesStay() {
        assertThat(search.of(person, 10)).hasSize(2);
        assertThat(search.of(admin, 10)).hasSize(3);
        search.forgetPerson(person);
        assertThat(search.of(person, 10)).isEmpty();
        assertThat(count("bob")).isZero();
        assertThat(search.of(admin, 10)).hasSize(3);
        search.forgetPerson(admin);
        assertThat(count("Ada")).isZero();
        assertThat(search.count(Wanted.all(), 10)).isEqualTo(3);
    }

    private int count(String words) {
        return search.count(new Wanted(words, Optional.empty(), Optional.empty(), Optional.empty()), 10);
    }

    private void write(int second, AuditAction action, String subject, String before, String after) {
        boolean about = subject.contains("@");
        log.write(new AuditLine(
                NOON.plusSeconds(second),
                Optional.empty(),
                Optional.of(admin),
                "Ada Lovelace",
                action,
                Optional.of(subject),
                about ? Optional.of(person) : Optional.empty(),
                Optional.ofNullable(before),
                Optional.ofNullable(after)));
    }

    private static StoredAuditLog store(jakarta.persistence.EntityManager entities) {
        StoredAuditLog store = new StoredAuditLog();
        store.entities = entities;
        return store;
    }
}
