package plenum.policy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plenum.account.AccountForTests;
import plenum.it.HibernateForTests;
import plenum.policy.Ability;
import plenum.policy.InstanceRules;
import plenum.policy.KeptKind;
import plenum.policy.Plan;
import plenum.policy.PolicyBook;
import plenum.policy.SuiteModule;

/** Rules and plans in a real PostgreSQL. */
@Tag("policy")
class StoredPolicyBookIT {
    private static HibernateForTests database;

    private final PolicyBook book = database.transactional(PolicyBook.class, entities -> {
        StoredPolicyBook store = new StoredPolicyBook();
        store.entities = entities;
        return store;
    });

    @BeforeAll
    static void open() {
        database = new HibernateForTests("policy_test", List.of(PlanRow.class, PolicyRow.class, KeptRow.class));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void aNewServerHasEverythingOn() {
        PolicyBook.Edition edition = book.read();
        assertThat(edition.rules()).isEqualTo(InstanceRules.standard());
        assertThat(edition.plans()).extracting(Plan::key).startsWith("free", "business", "enterprise");
        assertThat(edition.plan("enterprise").orElseThrow().abilities()).containsExactlyInAnyOrder(Ability.values());
    }

    @Test
    void whatIsSavedIsRead() {
        InstanceRules changed = new InstanceRules(
                new InstanceRules.Plans("business", "free"),
                new InstanceRules.Creation(false, true, true, false),
                true,
                List.of("en", "it"),
                Set.of(SuiteModule.CHAT, SuiteModule.TEAM),
                Map.of(KeptKind.TALK, Duration.ofHours(7), KeptKind.AUDIT, Duration.ZERO));
        book.save(changed);
        assertThat(book.read().rules()).isEqualTo(changed);
        book.save(InstanceRules.standard());
        assertThat(book.read().rules()).isEqualTo(InstanceRules.standard());
    }

    @Test
    void plansAreMadeChangedAndDeletedWithTheirAssignments() {
        UUID account = database.store(AccountForTests.anybody().make()).id();
        book.save(new Plan("school", "Schule", Set.of(Ability.CREATE), 30, 100));
        book.setPlan(account, Optional.of("school"));
        assertThat(book.planOf(account)).contains("school");
        book.save(new Plan("school", "Schulen", Set.of(Ability.CREATE, Ability.RECORD), 40, 0));
        assertThat(book.read().plan("school").orElseThrow().people()).isEqualTo(40);
        assertThat(book.read().plans().getLast().key()).isEqualTo("school");
        database.execute("insert into account_group (id, name) values ('" + account + "', 'Staff')");
        database.execute("insert into account_group_member (account_id, group_id) values ('" + account + "', '"
                + account + "')");
        assertThat(book.setGroupPlan("Nobody", Optional.of("free"))).isFalse();
        assertThat(book.setGroupPlan("Staff", Optional.of("free"))).isTrue();
        assertThat(book.setGroupPlan("Staff", Optional.of("business"))).isTrue();
        assertThat(book.plansOf(account))
                .containsExactly(
                        new PolicyBook.Assigned("school", Optional.empty()),
                        new PolicyBook.Assigned("business", Optional.of("Staff")));
        assertThat(book.groupPlans()).isEqualTo(Map.of("Staff", "business"));
        book.setGroupPlan("Staff", Optional.empty());
        assertThat(book.groupPlans()).isEmpty();
        book.deletePlan("school");
        assertThat(book.planOf(account)).isEmpty();
        book.setPlan(account, Optional.of("free"));
        book.setPlan(account, Optional.empty());
        assertThat(book.planOf(account)).isEmpty();
    }
}
