package plenum.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import plenum.account.Account;
import plenum.account.Account.MeetingDefaults;
import plenum.account.AccountRole;
import plenum.account.AccountState;
import plenum.account.Accounts;
import plenum.account.LastAdmin;
import plenum.account.Leaving;
import plenum.account.Sessions;
import plenum.audit.AuditAction;
import plenum.platform.SiteAddress;
import plenum.scim.ScimDirectory.Extra;

/** Accounts for programs that provision them. Each change is a transaction, with its line in the audit. */
@ApplicationScoped
@Transactional
public class ScimUsers implements ScimKind {
    @Inject
    Accounts accounts;

    @Inject
    ScimDirectory directory;

    @Inject
    Sessions sessions;

    @Inject
    LastAdmin lastAdmin;

    @Inject
    Leaving leaving;

    @Inject
    ScimLog log;

    @Inject
    SiteAddress site;

    @Inject
    InstantSource clock;

    @Override
    public Page list(Optional<String> filter, int start, int most) {
        Optional<ScimFilter> asked = ScimFilter.ofUsers(filter.orElse(null));
        List<ObjectNode> found = directory.users(asked, start - 1, most).stream()
                .map(id -> read(id.toString()))
                .toList();
        return new Page(found, directory.countUsers(asked));
    }

    @Override
    public ObjectNode read(String id) {
        Account account = account(id);
        return new ScimResources(site.page(ScimServlet.PATH))
                .user(account, directory.extra(account.id()), directory.groupsOf(account.id()));
    }

    @Override
    public String create(String program, JsonNode json) {
        directory.takeTurn();
        ScimUserForm form = ScimUserForm.read(json);
        Account account = new Account(
                UUID.randomUUID(),
                form.email(),
                form.name(),
                AccountRole.USER,
                form.active().orElse(true) ? AccountState.ACTIVE : AccountState.DISABLED,
                Locale.GERMAN,
                ZoneId.systemDefault(),
                MeetingDefaults.standard(),
                clock.instant());
        if (accounts.create(account, Optional.empty()).isEmpty()) {
            throw ScimException.taken("There is an account " + form.email() + " already.");
        }
        directory.setExtra(account.id(), form.extra());
        log.write(program, AuditAction.USER_CREATE, form.email().text(), Optional.of(account.id()), "", words(account));
        return account.id().toString();
    }

    @Override
    public void change(String program, String id, Precondition ifMatch, UnaryOperator<ObjectNode> change) {
        directory.takeTurn();
        ObjectNode known = read(id);
        ifMatch.check(known);
        Account account = account(id);
        ScimUserForm form = ScimUserForm.read(change.apply(known.deepCopy()));
        form.active().ifPresent(active -> setActive(program, account, active));
        Account wanted = new Account(
                account.id(),
                form.email(),
                form.name(),
                account.role(),
                account.state(),
                account.language(),
                account.zone(),
                account.defaults(),
                account.createdAt());
        Extra before = directory.extra(account.id());
        if (wanted.equals(account) && form.extra().equals(before)) {
            return;
        }
        accounts.setProfile(wanted);
        directory.setExtra(account.id(), form.extra());
        setEmail(account, wanted);
        log.write(
                program,
                AuditAction.USER_CHANGE,
                form.email().text(),
                Optional.of(account.id()),
                words(account),
                words(wanted));
    }

    /** With an admin's address somebody could get a new password for them: that is for admins alone. */
    private void setEmail(Account account, Account wanted) {
        if (account.email().equals(wanted.email())) {
            return;
        }
        if (account.isAdmin()) {
            throw ScimException.bad("mutability", "The address of an admin is changed by admins.");
        }
        if (!accounts.setEmail(account.id(), wanted.email())) {
            throw ScimException.taken("There is an account " + wanted.email() + " already.");
        }
    }

    private void setActive(String program, Account account, boolean active) {
        if (active == (account.state() == AccountState.ACTIVE)) {
            return;
        }
        AccountState state = active ? AccountState.ACTIVE : AccountState.DISABLED;
        if (!active) {
            keepAnAdmin(account);
            sessions.endAll(account.id(), Optional.empty());
        }
        accounts.setState(account.id(), state);
        log.write(
                program,
                active ? AuditAction.USER_ENABLE : AuditAction.USER_DISABLE,
                account.email().text(),
                Optional.of(account.id()),
                account.state().name(),
                state.name());
    }

    @Override
    public void delete(String program, String id, Precondition ifMatch) {
        directory.takeTurn();
        ifMatch.check(read(id));
        Account account = account(id);
        keepAnAdmin(account);
        if (!leaving.delete(account)) {
            throw theLastOne();
        }
        log.write(program, AuditAction.USER_DELETE, account.email().text(), Optional.empty(), "", "");
    }

    private void keepAnAdmin(Account account) {
        if (lastAdmin.is(account)) {
            throw theLastOne();
        }
    }

    private static ScimException theLastOne() {
        return ScimException.of(HttpServletResponse.SC_FORBIDDEN, "This is the last admin of the server.");
    }

    private Account account(String id) {
        return ScimGroupForm.id(id).flatMap(accounts::byId).orElseThrow(() -> ScimException.missing("user " + id));
    }

    private static String words(Account account) {
        return account.name().text() + " <" + account.email() + ">";
    }
}
