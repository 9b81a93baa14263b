package plenum.policy;

import java.util.List;
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
