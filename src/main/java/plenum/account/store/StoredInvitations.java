package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import plenum.account.AccountRole;
import plenum.account.Invitations;
import plenum.mail.MailAddress;

/** Open invitations in PostgreSQL: links that make an account, as an admin wished. */
@ApplicationScoped
@Transactional
public class StoredInvitations implements Invitations {
    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public List<Invitation> open(int first, int most) {
        List<?> rows = entities.createNativeQuery("""
            select email, role, expires_at from account_ticket
            where purpose = 'INVITE' and expires_at > :now order by expires_at, email\
            """, Object[].class)
                .setParameter("now", clock.instant())
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Invitation(
                        new MailAddress((String) row[0]), AccountRole.valueOf((String) row[1]), (Instant) row[2]))
                .toList();
    }

    @Override
    public int count() {
        Object number = entities.createNativeQuery(
                        "select count(*) from account_ticket where purpose = 'INVITE' and expires_at > :now",
                        Long.class)
                .setParameter("now", clock.instant())
                .getSingleResult();
        return ((Number) number).intValue();
    }

    @Override
    public boolean cancel(MailAddress email) {
        return entities.createNativeQuery("delete from account_ticket where purpose = 'INVITE' and email = :email")
                        .setParameter("email", email.text())
                        .executeUpdate()
                > 0;
    }
}
