package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plenum.account.Account;
import plenum.audit.AuditLine;
import plenum.audit.AuditLog;

/** Does what an admin asks for: the action and its line in the audit are stored together, or neither is. One at a time, on all servers of a database. */
@ApplicationScoped
@Transactional
public class AdminConsole {
    private static final int LONGEST = 2000;

    @Inject
    @Any
    Instance<ActionSource> sources;

    @Inject
    AuditLog audit;

    @Inject
    OneAtATime turns;

    @Inject
    InstantSource clock;

    /** By name. */
    public List<AdminAction> actions() {
        return sources.stream()
                .flatMap(source -> source.actions().stream())
                .sorted(Comparator.comparing(AdminAction::name))
                .toList();
    }

    public Optional<AdminAction> action(String name) {
        return actions().stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /**
     * @param actor an admin, as the session or the command's token proves
     * @throws RefusedException when nothing can be done
     */
    public Done perform(Actor actor, String name, Arguments arguments) {
        AdminAction action = action(name).orElseThrow(() -> new RefusedException("action", name));
        turns.take();
        Done done = action.work().run(actor, arguments);
        audit.write(new AuditLine(
                clock.instant(),
                Optional.empty(),
                actor.account().map(Account::id),
                actor.name(),
                action.audited(),
                Optional.of(shortened(done.subject())),
                done.person(),
                done.before().map(AdminConsole::shortened),
                done.after().map(AdminConsole::shortened)));
        return done;
    }

    private static String shortened(String text) {
        String safe = text.replace('\0', ' ');
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "\u2026";
    }
}
