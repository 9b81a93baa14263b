package plenum.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import plenum.account.Groups;

/** Groups in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredGroups implements Groups {
    @PersistenceContext
    EntityManager entities;

    @Override
    public List<Group> all() {
        List<?> rows = entities.createNativeQuery("""
            select g.name, count(m.account_id) from account_group g left join account_group_member m on m.group_id = g.id
            group by g.id, g.name order by lower(g.name), g.name\
            """, Object[].class).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Group((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    @Override
    public boolean create(String name) {
        return entities.createNativeQuery(
                                "insert into account_group (id, name) values (:id, :name) on conflict (name) do"
                                        + " nothing")
                        .setParameter("id", UUID.randomUUID())
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean rename(String name, String newName) {
        return entities.createNativeQuery("""
            update account_group set name = :new
            where name = :name and not exists (select 1 from account_group g where g.name = :new)\
            """)
                        .setParameter("new", newName)
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }

    @Override
    public boolean delete(String name) {
        return entities.createNativeQuery("delete from account_group where name = :name")
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }
}
