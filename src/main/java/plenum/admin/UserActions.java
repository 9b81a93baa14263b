package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.AccountRole;
import plenum.account.AccountState;
import plenum.account.Accounts;
import plenum.account.AdminLinks;
import plenum.account.LastAdmin;
import plenum.account.Sessions;
import plenum.audit.AuditAction;
import plenum.mail.MailAddress;
import plenum.policy.Policy;
import plenum.policy.PolicyBook;

/** What admins do with accounts. There is always an admin who can sign in. */
@ApplicationScoped
public class UserActions implements ActionSource {
    @Inject
    Accounts accounts;

    @Inject
    LastAdmin lastAdmin;

    @Inject
    Sessions sessions;

    @Inject
    AdminLinks links;

    @Inject
    Policy policy;

    @Inject
    PolicyBook plans;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.USER_DISABLE, List.of("user"), this::disable),
                new AdminAction(AuditAction.USER_ENABLE, List.of("user"), this::enable),
                new AdminAction(AuditAction.USER_ROLE, List.of("user", "role"), this::setRole),
                new AdminAction(AuditAction.USER_PLAN, List.of("user", "plan?"), this::setPlan),
                new AdminAction(AuditAction.USER_GROUPS, List.of("user", "groups?"), this::setGroups),
                new AdminAction(AuditAction.USER_RESET, List.of("user"), this::reset),
                new AdminAction(AuditAction.USER_SIGN_OUT, List.of("user"), this::signOut));
    }

    private Done disable(Actor actor, Arguments values) {
        Account account = account(values);
        keepAnAdmin(account);
        accounts.setState(account.id(), AccountState.DISABLED);
        sessions.endAll(account.id(), Optional.empty());
        return Done.of(account).from(account.state(), AccountState.DISABLED);
    }

    /** Also says yes to somebody who registered and waits. */
    private Done enable(Actor actor, Arguments values) {
        Account account = account(values);
        accounts.setState(account.id(), AccountState.ACTIVE);
        return Done.of(account).from(account.state(), AccountState.ACTIVE);
    }

    private Done setRole(Actor actor, Arguments values) {
        Account account = account(values);
        AccountRole role = values.one("role", AccountRole.class);
        if (role != AccountRole.ADMIN) {
            keepAnAdmin(account);
        }
        accounts.setRole(account.id(), role);
        return Done.of(account).from(account.role(), role);
    }

    private Done setPlan(Actor actor, Arguments values) {
        Account account = account(values);
        Optional<String> plan = values.optional("plan");
        plan.filter(key ->
                        policy.plans().stream().noneMatch(known -> known.key().equals(key)))
                .ifPresent(key -> {
                    throw new RefusedException("no-plan", key);
                });
        String before = plans.planOf(account.id()).orElse("");
        plans.setPlan(account.id(), plan);
        return Done.of(account).from(before, plan.orElse(""));
    }

    private Done setGroups(Actor actor, Arguments values) {
        Account account = account(values);
        List<String> groups = values.optional("groups").stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(GroupActions::name)
                .distinct()
                .toList();
        List<String> before = accounts.groups(account.id());
        accounts.setGroups(account.id(), groups);
        return Done.of(account).from(String.join(", ", before), String.join(", ", groups));
    }

    private Done reset(Actor actor, Arguments values) {
        Account account = account(values);
        if (account.state() != AccountState.ACTIVE) {
            throw new RefusedException("not-active", account.email().text());
        }
        links.reset(account);
        return Done.of(account);
    }

    private Done signOut(Actor actor, Arguments values) {
        Account account = account(values);
        sessions.endAll(account.id(), Optional.empty());
        return Done.of(account);
    }

    private Account account(Arguments values) {
        String typed = values.text("user");
        return MailAddress.parse(typed)
                .flatMap(accounts::byEmail)
                .orElseThrow(() -> new RefusedException("no-user", typed));
    }

    private void keepAnAdmin(Account account) {
        if (lastAdmin.is(account)) {
            throw new RefusedException("last-admin", account.email().text());
        }
    }
}
