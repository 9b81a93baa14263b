package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import plenum.account.Account;
import plenum.account.Accounts;
import plenum.account.Leaving;
import plenum.audit.AuditAction;
import plenum.mail.MailAddress;
import plenum.privacy.PersonalFile;

/** What admins do when a person wants to know what is stored about them, or to have it deleted. */
@ApplicationScoped
public class PrivacyActions implements ActionSource {
    private static final int REFERENCE = 12;

    @Inject
    Accounts accounts;

    @Inject
    PersonalFile file;

    @Inject
    Leaving leaving;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.USER_EXPORT, List.of("user"), this::export),
                new AdminAction(AuditAction.USER_DELETE, List.of("user"), this::delete));
    }

    private Done export(Actor actor, Arguments values) {
        Account account = account(values);
        return Done.of(account).saying(file.json(account.id()));
    }

    /** The line that proves it names nobody: a reference that whoever deleted was told, and the features that were gone through. */
    private Done delete(Actor actor, Arguments values) {
        Account account = account(values);
        if (actor.account().filter(admin -> admin.id().equals(account.id())).isPresent()) {
            throw new RefusedException("yourself", account.email().text());
        }
        if (!leaving.delete(account)) {
            throw new RefusedException("last-admin", account.email().text());
        }
        return Done.of("account " + reference(account.id())).from(String.join(", ", file.features()), "deleted");
    }

    /** Nobody finds the account's id by it, and with the id everybody finds it. */
    static String reference(UUID account) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(account.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, REFERENCE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Account account(Arguments values) {
        String typed = values.text("user");
        return MailAddress.parse(typed)
                .flatMap(accounts::byEmail)
                .orElseThrow(() -> new RefusedException("no-user", typed));
    }
}
