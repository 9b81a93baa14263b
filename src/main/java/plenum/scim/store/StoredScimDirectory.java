package plenum.scim.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.scim.ScimDirectory;
import plenum.scim.ScimFilter;

/** Accounts and groups as directories see them, in PostgreSQL. */
@ApplicationScoped
@Transactional
public class StoredScimDirectory implements ScimDirectory {
    /** The admins' lock: what holds for all of them is checked and changed by one at a time. */
    private static final long TURN = 0x506c656e756dL;

    @PersistenceContext
    EntityManager entities;

    @Override
    public List<UUID> users(Optional<ScimFilter> filter, int first, int most) {
        return ids(users("select a.id", filter, " order by a.created_at, a.id", UUID.class), first, most);
    }

    @Override
    public int countUsers(Optional<ScimFilter> filter) {
        return number(users("select count(*)", filter, "", Long.class));
    }

    private Query users(String select, Optional<ScimFilter> filter, String order, Class<?> type) {
        String where = filter.map(ScimFilter::attribute)
                .map(attribute -> switch (attribute) {
                    case ID -> " where cast(a.id as text) = lower(:value)";
                    case USER_NAME -> " where a.email = lower(:value)";
                    case DISPLAY_NAME -> " where lower(a.name) = lower(:value)";
                    case EXTERNAL_ID ->
                        " where a.id in (select s.account_id from scim_user s where s.external_id = :value)";
                })
                .orElse("");
        return filtered(select + " from account a" + where + order, filter, type);
    }

    @Override
    public Extra extra(UUID account) {
        List<?> rows = entities.createNativeQuery(
                        "select external_id, given_name, family_name from scim_user where account_id = :id",
                        Object[].class)
                .setParameter("id", account)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Extra(text(row[0]), text(row[1]), text(row[2])))
                .findFirst()
                .orElseGet(Extra::none);
    }

    @Override
    public void setExtra(UUID account, Extra extra) {
        entities.createNativeQuery("""
            insert into scim_user (account_id, external_id, given_name, family_name)
            values (:id, cast(:external as text), cast(:given as text), cast(:family as text))
            on conflict (account_id) do update set external_id = excluded.external_id,
                given_name = excluded.given_name, family_name = excluded.family_name\
            """)
                .setParameter("id", account)
                .setParameter("external", extra.externalId().orElse(null))
                .setParameter("given", extra.givenName().orElse(null))
                .setParameter("family", extra.familyName().orElse(null))
                .executeUpdate();
    }

    @Override
    public List<Ref> groupsOf(UUID account) {
        return refs("""
            select g.id, g.name from account_group g join account_group_member m on m.group_id = g.id
            where m.account_id = :id order by g.name\
            """, account);
    }

    @Override
    public List<UUID> groups(Optional<ScimFilter> filter, int first, int most) {
        return ids(groups("select g.id", filter, " order by g.name, g.id", UUID.class), first, most);
    }

    @Override
    public int countGroups(Optional<ScimFilter> filter) {
        return number(groups("select count(*)", filter, "", Long.class));
    }

    private Query groups(String select, Optional<ScimFilter> filter, String order, Class<?> type) {
        String where = filter.map(ScimFilter::attribute)
                .map(attribute -> switch (attribute) {
                    case ID -> " where cast(g.id as text) = lower(:value)";
                    case USER_NAME, DISPLAY_NAME -> " where lower(g.name) = lower(:value)";
                    case EXTERNAL_ID ->
                        " where g.id in (select s.group_id from scim_group s where s.external_id = :value)";
                })
                .orElse("");
        return filtered(select + " from account_group g" + where + order, filter, type);
    }

    @Override
    public Optional<ScimGroup> group(UUID id) {
        List<?> rows = entities.createNativeQuery("""
            select g.name, s.external_id from account_group g left join scim_group s on s.group_id = g.id where g.id = :id\
            """, Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .findFirst()
                .map(row -> new ScimGroup(id, (String) row[0], text(row[1]), refs("""
                    select a.id, a.name from account a join account_group_member m on m.account_id = a.id
                    where m.group_id = :id order by a.name, a.id\
                    """, id)));
    }

    @Override
    public Optional<UUID> createGroup(String name) {
        UUID id = UUID.randomUUID();
        int made = entities.createNativeQuery(
                        "insert into account_group (id, name) values (:id, :name) on conflict (name) do nothing")
                .setParameter("id", id)
                .setParameter("name", name)
                .executeUpdate();
        return made == 1 ? Optional.of(id) : Optional.empty();
    }

    @Override
    public boolean renameGroup(UUID group, String name) {
        return entities.createNativeQuery("""
            update account_group set name = :name
            where id = :id and not exists (select 1 from account_group g where g.name = :name and g.id <> :id)\
            """)
                        .setParameter("name", name)
                        .setParameter("id", group)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void setExternalId(UUID group, Optional<String> externalId) {
        entities.createNativeQuery("delete from scim_group where group_id = :id")
                .setParameter("id", group)
                .executeUpdate();
        externalId.ifPresent(external -> entities.createNativeQuery(
                        "insert into scim_group (group_id, external_id) values (:id, :external)")
                .setParameter("id", group)
                .setParameter("external", external)
                .executeUpdate());
    }

    @Override
    public void addMembers(UUID group, Set<UUID> accounts) {
        entities.createNativeQuery("""
            insert into account_group_member (account_id, group_id)
            select a.id, :group from account a where a.id = any(:accounts) on conflict do nothing\
            """)
                .setParameter("group", group)
                .setParameter("accounts", accounts.toArray(UUID[]::new))
                .executeUpdate();
    }

    @Override
    public void removeMembers(UUID group, Set<UUID> accounts) {
        entities.createNativeQuery(
                        "delete from account_group_member where group_id = :group and account_id = any(:accounts)")
                .setParameter("group", group)
                .setParameter("accounts", accounts.toArray(UUID[]::new))
                .executeUpdate();
    }

    @Override
    public void deleteGroup(UUID group) {
        entities.createNativeQuery("delete from account_group where id = :id")
                .setParameter("id", group)
                .executeUpdate();
    }

    @Override
    public Set<UUID> known(Set<UUID> accounts) {
        List<?> ids = entities.createNativeQuery("select a.id from account a where a.id = any(:accounts)", UUID.class)
                .setParameter("accounts", accounts.toArray(UUID[]::new))
                .getResultList();
        return ids.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    @Override
    public void takeTurn() {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:turn)", Integer.class)
                .setParameter("turn", TURN)
                .getResultList();
    }

    private Query filtered(String sql, Optional<ScimFilter> filter, Class<?> type) {
        Query query = entities.createNativeQuery(sql, type);
        filter.ifPresent(asked -> query.setParameter("value", asked.value()));
        return query;
    }

    private static List<UUID> ids(Query query, int first, int most) {
        List<?> ids = query.setFirstResult(first).setMaxResults(most).getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private static int number(Query query) {
        return Math.toIntExact(((Number) query.getSingleResult()).longValue());
    }

    private List<Ref> refs(String sql, UUID id) {
        List<?> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Ref((UUID) row[0], (String) row[1]))
                .toList();
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable((String) value);
    }
}
