package plenum.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Rules and plans in memory; can be made to fail. */
public final class FakePolicyBook implements PolicyBook {
    private final Map<UUID, String> own = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    final Map<UUID, Set<String>> members = new HashMap<>();
    private final List<Plan> plans = new ArrayList<>(List.of(
            new Plan("free", "Free", Set.of(Ability.CREATE), 10, 5),
            new Plan("enterprise", "Enterprise", EnumSet.allOf(Ability.class), 0, 0)));
    private InstanceRules rules = InstanceRules.standard();
    public boolean away;

    @Override
    public Edition read() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return new Edition(rules, plans);
    }

    @Override
    public void save(InstanceRules changed) {
        rules = changed;
    }

    @Override
    public void save(Plan plan) {
        plans.removeIf(known -> known.key().equals(plan.key()));
        plans.add(plan);
    }

    @Override
    public void deletePlan(String key) {
        plans.removeIf(known -> known.key().equals(key));
        own.values().removeIf(key::equals);
    }

    @Override
    public Optional<String> planOf(UUID account) {
        return Optional.ofNullable(own.get(account));
    }

    @Override
    public List<Assigned> plansOf(UUID account) {
        return Stream.concat(
                        planOf(account).stream().map(plan -> new Assigned(plan, Optional.empty())),
                        members.getOrDefault(account, Set.of()).stream()
                                .filter(groups::containsKey)
                                .map(group -> new Assigned(groups.get(group), Optional.of(group))))
                .toList();
    }

    @Override
    public Map<String, String> groupPlans() {
        return Map.copyOf(groups);
    }

    @Override
    public boolean setGroupPlan(String group, Optional<String> key) {
        key.ifPresentOrElse(plan -> groups.put(group, plan), () -> groups.remove(group));
        return true;
    }

    @Override
    public void setPlan(UUID account, Optional<String> key) {
        key.ifPresentOrElse(plan -> own.put(account, plan), () -> own.remove(account));
    }
}
