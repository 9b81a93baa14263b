package plenum.it;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import plenum.account.Account;

/**
 * Stores without a container: Hibernate as {@code persistence.xml} has it, in a schema of its own that Flyway made, in the PostgreSQL of the
 * container tests. Each call is a transaction, as each call of a store is in the container.
 */
public final class HibernateForTests implements AutoCloseable {
    private final DataSource database;
    private final EntityManagerFactory factory;

    public HibernateForTests(String schema, List<Class<?>> entities) {
        database = SqlForTests.database(schema);
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        Configuration configuration = new Configuration();
        configuration.setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy());
        configuration.getProperties().put("hibernate.connection.datasource", database);
        entities.forEach(configuration::addAnnotatedClass);
        factory = configuration.buildSessionFactory();
    }

    public DataSource database() {
        return database;
    }

    /** Commits what was done, or rolls it back and throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            T result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    /** A port each call of which is a transaction of its own, with a store made for it. */
    public <T> T transactional(Class<T> port, Function<EntityManager, ? extends T> store) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> inTransaction(entities -> {
                    try {
                        return method.invoke(store.apply(entities), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })));
    }

    /** Puts it there past the stores of accounts, which other stores need not know. */
    public Account store(Account account) {
        SqlForTests.execute(
                database,
                "insert into account (id, email, name, role, state, language, zone, muted, camera_off, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, false, false, now())",
                account.id(),
                account.email().text(),
                account.name().text(),
                account.role().name(),
                account.state().name(),
                account.language().getLanguage(),
                account.zone().getId());
        return account;
    }

    public void execute(String sql) {
        SqlForTests.execute(database, sql);
    }

    /** The first column of the first row. */
    public String ask(String sql) {
        return SqlForTests.ask(database, sql);
    }

    @Override
    public void close() {
        factory.close();
    }
}
