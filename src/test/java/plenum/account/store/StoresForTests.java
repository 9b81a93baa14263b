package plenum.account.store;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import plenum.account.Accounts;
import plenum.account.AppPasswords;
import plenum.account.SecondFactors;
import plenum.account.Sessions;
import plenum.account.Tastes;
import plenum.account.Tickets;
import plenum.account.Tries;
import plenum.it.HibernateForTests;
import plenum.platform.ServerKey;

/** The stores of accounts in a real PostgreSQL, each call a transaction, and a clock that tests set. */
public final class StoresForTests implements AutoCloseable {
    private final HibernateForTests database;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private final byte[] secret = "a secret of the tests".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    public StoresForTests(String schema, InstantSource clock) {
        this.database = new HibernateForTests(
                schema, List.of(AccountRow.class, SessionRow.class, PasskeyRow.class, TasteRow.class));
        this.clock = clock;
    }

    public HibernateForTests database() {
        return database;
    }

    public void empty() {
        database.execute("truncate account, account_group, account_ticket, account_try cascade");
    }

    public Accounts accounts() {
        return database.transactional(Accounts.class, entities -> {
            StoredAccounts store = new StoredAccounts();
            store.entities = entities;
            store.clock = clock;
            return store;
        });
    }

    public Sessions sessions() {
        return database.transactional(Sessions.class, entities -> {
            StoredSessions store = new StoredSessions();
            store.entities = entities;
            store.random = random;
            store.clock = clock;
            return store;
        });
    }

    public SecondFactors factors() {
        return database.transactional(SecondFactors.class, entities -> {
            StoredSecondFactors store = new StoredSecondFactors();
            store.entities = entities;
            store.random = random;
            store.clock = clock;
            return store;
        });
    }

    public Tastes tastes() {
        return database.transactional(Tastes.class, entities -> {
            StoredTastes store = new StoredTastes();
            store.entities = entities;
            return store;
        });
    }

    public AppPasswords appPasswords() {
        return database.transactional(AppPasswords.class, entities -> {
            StoredAppPasswords store = new StoredAppPasswords();
            store.entities = entities;
            return store;
        });
    }

    public Tickets tickets() {
        return database.transactional(Tickets.class, entities -> {
            StoredTickets store = new StoredTickets();
            store.entities = entities;
            store.random = random;
            store.clock = clock;
            return store;
        });
    }

    public Tries tries() {
        return database.transactional(Tries.class, this::tries);
    }

    public ServerKey key() {
        return new ServerKey(secret, "totp", random);
    }

    private StoredTries tries(EntityManager entities) {
        StoredTries store = new StoredTries();
        store.entities = entities;
        store.clock = clock;
        store.key = secret.clone();
        return store;
    }

    @Override
    public void close() {
        database.close();
    }
}
