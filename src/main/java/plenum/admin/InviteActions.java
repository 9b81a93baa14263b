package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import plenum.account.AccountRole;
import plenum.account.AdminLinks;
import plenum.account.Invitations;
import plenum.audit.AuditAction;
import plenum.mail.MailAddress;
import plenum.policy.InstanceRules;

/** How admins get people in: by a link that is sent to them, so that a password is known to nobody else. */
@ApplicationScoped
public class InviteActions implements ActionSource {
    @Inject
    AdminLinks links;

    @Inject
    Invitations invitations;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.USER_INVITE, List.of("email", "role?", "language?"), this::invite),
                new AdminAction(AuditAction.USER_IMPORT, List.of("csv"), this::invitePeople),
                new AdminAction(AuditAction.INVITATION_CANCEL, List.of("email"), this::cancel));
    }

    private Done invite(Actor actor, Arguments values) {
        MailAddress email = email(values);
        AccountRole role = values.optional("role")
                .map(text -> Arguments.parse(text, "role", AccountRole.class))
                .orElse(AccountRole.USER);
        String language = values.optional("language").orElse(actor.language().getLanguage());
        if (!InstanceRules.ALL_LANGUAGES.contains(language)) {
            throw new RefusedException("value", "language");
        }
        if (!links.invite(email, role, Locale.of(language))) {
            throw new RefusedException("user-known", email.text());
        }
        return Done.of(email.text()).from("", role);
    }

    /** Whoever has an account already is left out. */
    private Done invitePeople(Actor actor, Arguments values) {
        InviteList list = InviteList.parse(values.file("csv"), actor.language());
        if (list.people().isEmpty()) {
            throw new RefusedException("nobody", "");
        }
        long invited = list.people().stream()
                .filter(person -> links.invite(person.email(), person.role(), person.language()))
                .count();
        return Done.of(invited + " of " + list.people().size()).saying(Long.toString(invited));
    }

    private Done cancel(Actor actor, Arguments values) {
        MailAddress email = email(values);
        if (!invitations.cancel(email)) {
            throw new RefusedException("no-invitation", email.text());
        }
        return Done.of(email.text());
    }

    private static MailAddress email(Arguments values) {
        return MailAddress.parse(values.text("email")).orElseThrow(() -> new RefusedException("value", "email"));
    }
}
