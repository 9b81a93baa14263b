package plenum.policy.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import plenum.policy.InstanceRules;
import plenum.policy.KeptKind;
import plenum.policy.Plan;
import plenum.policy.PolicyBook;

/** Rules and plans in PostgreSQL; a migration makes the first ones. */
@ApplicationScoped
@Transactional
public class StoredPolicyBook implements PolicyBook {
    @PersistenceContext
    EntityManager entities;

    @Override
    public Edition read() {
        Map<KeptKind, Duration> kept = entities.createQuery("select k from KeptRow k", KeptRow.class)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.kind, row -> Duration.ofHours(row.hours)));
        List<Plan> plans = entities.createQuery("select p from PlanRow p order by p.place, p.key", PlanRow.class)
                .getResultStream()
                .map(PlanRow::toPlan)
                .toList();
        return new Edition(row().toRules(kept), plans);
    }

    @Override
    public void save(InstanceRules rules) {
        row().set(rules);
        entities.createQuery("delete from KeptRow").executeUpdate();
        rules.kept().forEach((kind, kept) -> entities.persist(new KeptRow(kind, Math.toIntExact(kept.toHours()))));
    }

    @Override
    public void save(Plan plan) {
        PlanRow known = entities.find(PlanRow.class, plan.key());
        PlanRow row = known == null ? new PlanRow(plan.key(), next()) : known;
        row.set(plan);
        entities.persist(row);
    }

    @Override
    public void deletePlan(String key) {
        entities.createQuery("delete from PlanRow p where p.key = :key")
                .setParameter("key", key)
                .executeUpdate();
    }

    @Override
    public Optional<String> planOf(UUID account) {
        List<?> keys = entities.createNativeQuery("select plan from account_plan where account_id = :id", String.class)
                .setParameter("id", account)
                .getResultList();
        return keys.stream().map(String.class::cast).findFirst();
    }

    @Override
    public void setPlan(UUID account, Optional<String> key) {
        entities.createNativeQuery("delete from account_plan where account_id = :id")
                .setParameter("id", account)
                .executeUpdate();
        key.ifPresent(
                plan -> entities.createNativeQuery("insert into account_plan (account_id, plan) values (:id, :plan)")
                        .setParameter("id", account)
                        .setParameter("plan", plan)
                        .executeUpdate());
    }

    @Override
    public List<Assigned> plansOf(UUID account) {
        List<?> rows = entities.createNativeQuery("""
            select p.plan, null as name from account_plan p where p.account_id = :id
            union all
            select p.plan, g.name from group_plan p join account_group g on g.id = p.group_id
            join account_group_member m on m.group_id = g.id where m.account_id = :id order by 2 nulls first\
            """, Object[].class)
                .setParameter("id", account)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Assigned((String) row[0], Optional.ofNullable((String) row[1])))
                .toList();
    }

    @Override
    public Map<String, String> groupPlans() {
        List<?> rows = entities.createNativeQuery(
                        "select g.name, p.plan from group_plan p join account_group g on g.id = p.group_id",
                        Object[].class)
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row ->
                (String) row[1]));
    }

    @Override
    public boolean setGroupPlan(String group, Optional<String> key) {
        List<?> ids = entities.createNativeQuery("select id from account_group where name = :name", UUID.class)
                .setParameter("name", group)
                .getResultList();
        for (Object id : ids) {
            entities.createNativeQuery("delete from group_plan where group_id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
            key.ifPresent(
                    plan -> entities.createNativeQuery("insert into group_plan (group_id, plan) values (:id, :plan)")
                            .setParameter("id", id)
                            .setParameter("plan", plan)
                            .executeUpdate());
        }
        return !ids.isEmpty();
    }

    private PolicyRow row() {
        return entities.find(PolicyRow.class, true);
    }

    private int next() {
        return entities.createQuery("select coalesce(max(p.place), 0) + 1 from PlanRow p", Integer.class)
                .getSingleResult();
    }
}
