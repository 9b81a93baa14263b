package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plenum.account.AccountRole;
import plenum.account.Tickets;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** Links that work once, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredTickets implements Tickets {
    @PersistenceContext
    EntityManager entities;

    @Inject
    RandomGenerator random;

    @Inject
    InstantSource clock;

    @Override
    public SecretToken issue(Ticket ticket) {
        entities.createNativeQuery("""
            delete from account_ticket where purpose = :purpose
            and email is not distinct from cast(:email as text) and account_id is not distinct from cast(:account as uuid)\
            """)
                .setParameter("purpose", ticket.purpose().name())
                .setParameter("email", email(ticket))
                .setParameter("account", account(ticket))
                .executeUpdate();
        SecretToken token = SecretToken.draw(random);
        entities.createNativeQuery("""
            insert into account_ticket (token_hash, purpose, email, account_id, role, expires_at)
            values (:hash, :purpose, cast(:email as text), cast(:account as uuid), :role, :end)\
            """)
                .setParameter("hash", token.hash())
                .setParameter("purpose", ticket.purpose().name())
                .setParameter("email", email(ticket))
                .setParameter("account", account(ticket))
                .setParameter("role", ticket.role().name())
                .setParameter("end", clock.instant().plus(ticket.purpose().lasts()))
                .executeUpdate();
        return token;
    }

    @Override
    public Optional<Ticket> look(String token) {
        return ticket(
                "select purpose, email, account_id, role from account_ticket where token_hash = :hash and expires_at >"
                        + " :now",
                token);
    }

    /** Deleting is taking: of two at once, one alone has deleted it. */
    @Override
    public Optional<Ticket> take(String token) {
        return ticket(
                "delete from account_ticket where token_hash = :hash and expires_at > :now returning purpose, email,"
                        + " account_id, role",
                token);
    }

    @Override
    public void revoke(UUID account) {
        entities.createNativeQuery("delete from account_ticket where account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    @Override
    public int forgetOld() {
        return entities.createNativeQuery("delete from account_ticket where expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private Optional<Ticket> ticket(String sql, String token) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter("hash", SecretToken.hash(token))
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Ticket(
                        Purpose.valueOf((String) row[0]),
                        Optional.ofNullable((String) row[1]).map(MailAddress::new),
                        Optional.ofNullable((UUID) row[2]),
                        AccountRole.valueOf((String) row[3])))
                .findFirst();
    }

    private static @Nullable String email(Ticket ticket) {
        return ticket.email().map(MailAddress::text).orElse(null);
    }

    private static @Nullable String account(Ticket ticket) {
        return ticket.account().map(UUID::toString).orElse(null);
    }
}
