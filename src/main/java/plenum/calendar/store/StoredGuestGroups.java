package plenum.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.calendar.Answer;
import plenum.calendar.Guest;
import plenum.calendar.GuestGroups;
import plenum.mail.MailAddress;

/** Groups of accounts in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredGuestGroups implements GuestGroups {
    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Group> of(Account organiser) {
        return groups(entities.createNativeQuery("""
            select g.id, g.name from account_group g
            where :admin or exists (select from account_group_member m where m.group_id = g.id and m.account_id = :account)
            order by lower(g.name), g.id\
            """)
                .setParameter("admin", organiser.isAdmin())
                .setParameter("account", organiser.id()));
    }

    @Override
    public List<Guest> people(UUID group) {
        List<?> rows =
                entities.createNativeQuery("""
            select a.email, a.name, a.id from account a join account_group_member m on m.account_id = a.id
            where m.group_id = :group and a.state = 'ACTIVE' order by a.email\
            """).setParameter("group", group).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Guest(
                        new MailAddress((String) row[0]),
                        (String) row[1],
                        Optional.of((UUID) row[2]),
                        true,
                        Answer.NONE,
                        Optional.of(group)))
                .toList();
    }

    @Override
    public List<Group> named(List<UUID> groups) {
        return groups.isEmpty()
                ? List.of()
                : groups(entities.createNativeQuery(
                                "select id, name from account_group where id in (:groups) order by lower(name), id")
                        .setParameter("groups", groups));
    }

    private static List<Group> groups(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Group((UUID) row[0], (String) row[1]))
                .toList();
    }
}
