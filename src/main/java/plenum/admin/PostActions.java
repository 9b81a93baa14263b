package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.account.Account;
import plenum.audit.AuditAction;
import plenum.job.JobBoard;
import plenum.job.Jobs;
import plenum.mail.Letter;
import plenum.mail.MailAddress;
import plenum.mail.MailOutbox;
import plenum.mail.Mails;
import plenum.mail.SendMail;

/** What admins do with mail and jobs. */
@ApplicationScoped
public class PostActions implements ActionSource {
    @Inject
    MailOutbox outbox;

    @Inject
    Mails mails;

    @Inject
    Jobs jobs;

    @Inject
    JobBoard board;

    @Override
    public List<AdminAction> actions() {
        return List.of(
                new AdminAction(AuditAction.MAIL_TEST, List.of("email?"), this::test),
                new AdminAction(AuditAction.MAIL_RETRY, List.of("mail"), this::retryMail),
                new AdminAction(AuditAction.JOB_RETRY, List.of("job"), this::retryJob));
    }

    /** To the admin, unless another address is given. */
    private Done test(Actor actor, Arguments values) {
        MailAddress to = values.optional("email")
                .map(text -> MailAddress.parse(text).orElseThrow(() -> new RefusedException("value", "email")))
                .or(() -> actor.account().map(Account::email))
                .orElseThrow(() -> new RefusedException("missing", "email"));
        outbox.put(new Letter(to, actor.language(), "test", List.of(actor.name()), Optional.empty()));
        return Done.of(to.text());
    }

    /** At once, instead of at its next time. */
    private Done retryMail(Actor actor, Arguments values) {
        UUID id = id(values.text("mail"));
        if (mails.waiting(id).isEmpty()) {
            throw new RefusedException("no-mail", id.toString());
        }
        jobs.cancel(SendMail.KIND, id.toString());
        jobs.schedule(SendMail.KIND, id.toString(), id);
        return Done.of(id.toString());
    }

    private Done retryJob(Actor actor, Arguments values) {
        long number = values.number("job", Long.MAX_VALUE);
        if (!board.again(number)) {
            throw new RefusedException("no-job", Long.toString(number));
        }
        return Done.of(Long.toString(number));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("value", "mail");
        }
    }
}
