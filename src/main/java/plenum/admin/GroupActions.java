package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import plenum.account.Groups;
import plenum.audit.AuditAction;
import plenum.platform.VisibleLine;
import plenum.policy.Policy;

/** What admins do with groups. */
@ApplicationScoped
public class GroupActions implements ActionSource {
    @Inject
    Groups groups;

    @Inject
    Policy policy;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.GROUP_CREATE, List.of("group"), this::create),
                new AdminAction(AuditAction.GROUP_RENAME, List.of("group", "name"), this::rename),
                new AdminAction(AuditAction.GROUP_PLAN, List.of("group", "plan?"), this::setPlan),
                new AdminAction(AuditAction.GROUP_DELETE, List.of("group"), this::delete));
    }

    private Done create(Actor actor, Arguments values) {
        String name = name(values.text("group"));
        if (!groups.create(name)) {
            throw new RefusedException("group-known", name);
        }
        return Done.of(name);
    }

    private Done rename(Actor actor, Arguments values) {
        String name = values.text("group");
        String changed = name(values.text("name"));
        if (!groups.rename(name, changed)) {
            throw new RefusedException("no-group", name);
        }
        return Done.of(name).from(name, changed);
    }

    /** Without a plan, the group gives its people none. */
    private Done setPlan(Actor actor, Arguments values) {
        String name = values.text("group");
        Optional<String> plan = values.optional("plan");
        plan.filter(key ->
                        policy.plans().stream().noneMatch(known -> known.key().equals(key)))
                .ifPresent(key -> {
                    throw new RefusedException("no-plan", key);
                });
        String before = policy.groupPlans().getOrDefault(name, "");
        if (!policy.setGroupPlan(name, plan)) {
            throw new RefusedException("no-group", name);
        }
        return Done.of(name).from(before, plan.orElse(""));
    }

    private Done delete(Actor actor, Arguments values) {
        String name = values.text("group");
        if (!groups.delete(name)) {
            throw new RefusedException("no-group", name);
        }
        return Done.of(name);
    }

    /** Commas stand between groups where there are several. */
    static String name(String typed) {
        String name = VisibleLine.of(typed);
        if (name.isEmpty() || name.contains(",") || name.codePointCount(0, name.length()) > Groups.LONGEST_NAME) {
            throw new RefusedException("value", "group");
        }
        return name;
    }
}
