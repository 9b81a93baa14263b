package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import plenum.audit.AuditAction;
import plenum.platform.SecretToken;
import plenum.platform.VisibleLine;
import plenum.scim.ScimTokens;

/** What admins do with the programs that provision accounts. A token is shown once; whoever has it makes and disables accounts. */
@ApplicationScoped
public class ScimActions implements ActionSource {
    @Inject
    ScimTokens tokens;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.SCIM_TOKEN_CREATE, List.of("program"), this::create),
                new AdminAction(AuditAction.SCIM_TOKEN_REVOKE, List.of("program"), this::revoke));
    }

    private Done create(Actor actor, Arguments values) {
        String label = VisibleLine.of(values.text("program"));
        if (label.isEmpty() || label.codePointCount(0, label.length()) > ScimTokens.LONGEST_LABEL) {
            throw new RefusedException("value", "program");
        }
        SecretToken token = tokens.create(label).orElseThrow(() -> new RefusedException("program-known", label));
        return Done.of(label).saying(token.text());
    }

    private Done revoke(Actor actor, Arguments values) {
        String label = values.text("program");
        if (!tokens.revoke(label)) {
            throw new RefusedException("no-program", label);
        }
        return Done.of(label);
    }
}
