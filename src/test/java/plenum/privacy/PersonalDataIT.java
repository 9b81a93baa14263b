package plenum.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import plenum.account.Account;
import plenum.account.AccountForTests;
import plenum.account.Accounts;
import plenum.account.Leaving;
import plenum.it.AwaitSchema;
import plenum.it.Deployments;
import plenum.mail.Letter;
import plenum.mail.MailBoard;
import plenum.mail.MailOutbox;
import plenum.meeting.store.Schema;
import plenum.platform.PersonalData;

/** Every column that refers to a person belongs to a part that exports and erases it. */
@Tag("privacy")
@ExtendWith(ArquillianExtension.class)
class PersonalDataIT {
    @Inject
    @Any
    Instance<PersonalData> parts;

    @Inject
    PersonalFile file;

    @Inject
    Accounts accounts;

    @Inject
    Leaving leaving;

    @Inject
    MailOutbox outbox;

    @Inject
    MailBoard mail;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Schema schema;

    @Deployment
    static WebArchive application() {
        return Deployments.application();
    }

    @BeforeEach
    void awaitSchema() {
        AwaitSchema.of(schema);
    }

    /** A foreign key to an account, or a name that says so. */
    @Test
    void everyColumnThatRefersToAPersonIsCovered() {
        Set<String> covered =
                parts.stream().flatMap(part -> part.columns().stream()).collect(Collectors.toCollection(TreeSet::new));
        Set<String> referring = new TreeSet<>();
        referring.addAll(names("""
            select cl.relname || '.' || a.attname from pg_constraint c
            join pg_class cl on cl.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
            where c.contype = 'f' and c.confrelid = 'account'::regclass and cl.relnamespace = 'public'::regnamespace\
            """));
        referring.addAll(names("""
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and column_name in ('account_id', 'email', 'recipient', 'owner_id')
            and data_type in ('text', 'uuid') and not (table_name = 'chat_message' and column_name = 'recipient')\
            """));
        referring.removeAll(covered);
        assertEquals(Set.of(), referring, "no PersonalData part covers these");
    }

    @Test
    void whatIsStoredIsInTheFileAndGoneAfterwards() throws Exception {
        Account account =
                AccountForTests.anybody().withName("Ada \u00dcberma\u00df").createIn(accounts);
        outbox.put(new Letter(account.email(), Locale.GERMAN, "test", List.of("Ada"), Optional.empty()));
        Set<String> names = new TreeSet<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.zip(account)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertTrue(names.containsAll(Set.of("plenum/account.json", "plenum/mail.json")), names.toString());
        assertTrue(file.json(account.id()).contains("Ada \u00dcberma\u00df"));
        assertTrue(leaving.delete(account));
        assertTrue(accounts.byId(account.id()).isEmpty());
        assertEquals(1, mail.to(account.email().text()).size(), "the one that says that the account is gone");
    }

    private List<String> names(String sql) {
        List<?> found = entities.createNativeQuery(sql, String.class).getResultList();
        return found.stream().map(String.class::cast).toList();
    }
}
