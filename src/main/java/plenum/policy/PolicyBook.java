package plenum.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stored rules and plans. Blocks on the database. */
public interface PolicyBook {
    Edition read();

    void save(InstanceRules rules);

    /** A new one, or a changed one of that key. */
    void save(Plan plan);

    /** Accounts that have it get the one that holds for all. */
    void deletePlan(String key);

    /** The plan that an account has of its own. */
    Optional<String> planOf(UUID account);

    /** Empty: the one that holds for all. */
    void setPlan(UUID account, Optional<String> key);

    /** An account's own plan and those of its groups, by the names of the groups. */
    List<Assigned> plansOf(UUID account);

    /** The plans of groups, by their names; groups without one are missing. */
    Map<String, String> groupPlans();

    /** Empty: the group gives its people none. False when there is no such group. */
    boolean setGroupPlan(String group, Optional<String> key);

    /** @param group that it comes from; empty: it is the account's own */
    record Assigned(String plan, Optional<String> group) {}

    /**
     * What holds at a time.
     *
     * @param plans in their order; never empty
     */
    record Edition(InstanceRules rules, List<Plan> plans) {
        public Edition {
            plans = List.copyOf(plans);
        }

        public Optional<Plan> plan(String key) {
            return plans.stream().filter(plan -> plan.key().equals(key)).findFirst();
        }
    }
}
