package plenum.meeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import plenum.meeting.Meeting;
import plenum.meeting.Memberships;
import plenum.meeting.Role;

/** Owners, co-hosts and the accounts of those who were there, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredMemberships implements Memberships {
    @PersistenceContext
    EntityManager entities;

    @Inject
    InstantSource clock;

    @Override
    public void own(Meeting meeting, UUID account) {
        entities.createNativeQuery("update meeting set owner_id = :account where id = :id")
                .setParameter("account", account)
                .setParameter("id", meeting.id())
                .executeUpdate();
    }

    @Override
    public Optional<Role> roleOf(Meeting meeting, UUID account) {
        return entities.createNativeQuery("""
                select case when m.owner_id = :account then 'CREATOR' else 'MODERATOR' end from meeting m
                where m.id = :id and (m.owner_id = :account
                  or exists (select 1 from meeting_cohost c join account a on a.email = c.email
                             where c.meeting_id = m.id and a.id = :account))\
                """, String.class)
                .setParameter("id", meeting.id())
                .setParameter("account", account)
                .getResultStream()
                .findFirst()
                .map(role -> Role.valueOf((String) role));
    }

    /** Visits that are over go with the next one. */
    @Override
    public void visit(UUID meeting, UUID admin, Instant until) {
        entities.createNativeQuery("delete from admin_visit where ends_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createNativeQuery("""
            insert into admin_visit (meeting_id, account_id, ends_at) values (:meeting, :admin, :until)
            on conflict (meeting_id, account_id) do update set ends_at = excluded.ends_at\
            """)
                .setParameter("meeting", meeting)
                .setParameter("admin", admin)
                .setParameter("until", until)
                .executeUpdate();
    }

    @Override
    public boolean isVisiting(Meeting meeting, UUID admin) {
        return !entities.createNativeQuery(
                        "select 1 from admin_visit where meeting_id = :meeting and account_id = :admin and ends_at > :now")
                .setParameter("meeting", meeting.id())
                .setParameter("admin", admin)
                .setParameter("now", clock.instant())
                .getResultList()
                .isEmpty();
    }

    @Override
    public void attends(UUID attendance, UUID account) {
        entities.createNativeQuery("update attendance set account_id = :account where id = :id")
                .setParameter("account", account)
                .setParameter("id", attendance)
                .executeUpdate();
    }

    @Override
    public Optional<UUID> accountOf(UUID attendance) {
        return entities.createNativeQuery(
                        "select account_id from attendance where id = :id and account_id is not null", UUID.class)
                .setParameter("id", attendance)
                .getResultStream()
                .findFirst()
                .map(UUID.class::cast);
    }
}
