package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import plenum.audit.AuditAction;

/** What admins do with the audit: they take it away, and that is in it. */
@ApplicationScoped
public class AuditActions implements ActionSource {
    @Override
    public List<AdminAction> actions() {
        return List.of(new AdminAction(
                AuditAction.AUDIT_EXPORT,
                List.of("filter?"),
                (actor, values) -> Done.of(values.optional("filter").orElse("all"))));
    }
}
