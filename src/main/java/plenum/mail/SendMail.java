package plenum.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.job.Job;
import plenum.job.JobKind;
import plenum.job.JobRun;
import plenum.job.Retries;
import plenum.job.TryAgainException;
import plenum.platform.Settings;

/**
 * Sends one mail of the outbox to the operator's server. When the server is away or answers "later", the job tries again for four days;
 * when it answers "never", it does not (RFC 5321 sections 4.2.1 and 4.5.4.1). If the process dies in between, a mail may be sent twice;
 * both carry the same Message-ID.
 */
@ApplicationScoped
public class SendMail implements Job<UUID> {
    public static final JobKind<UUID> KIND = JobKind.ofId("mail-send");
    private static final Logger log = LoggerFactory.getLogger(SendMail.class);
    private static final Retries RETRIES = new Retries(32, Duration.ofMinutes(1), 2, Duration.ofHours(4));

    @Inject
    Mails mails;

    @Inject
    Postman postman;

    @Inject
    Settings settings;

    @Override
    public JobKind<UUID> kind() {
        return KIND;
    }

    @Override
    public Retries retries() {
        return RETRIES;
    }

    @Override
    public void run(UUID id, JobRun run) {
        mails.waiting(id).ifPresent(mail -> deliver(mail, run.attempt()));
    }

    private void deliver(Mails.Waiting mail, int attempt) {
        Optional<Settings.Smtp> server = settings.services().smtp();
        Delivery delivery = server.map(smtp -> postman.deliver(mail, smtp))
                .orElseGet(() -> new Delivery.Postponed("no mail server is set (PLENUM_SMTP_HOST)"));
        switch (delivery) {
            case Delivery.Taken() -> mails.sent(mail.id());
            case Delivery.Refused(String why) -> {
                log.warn("a mail was refused for good: {}", mail.id());
                mails.failed(mail.id(), why);
            }
            case Delivery.Postponed(String why) -> {
                if (RETRIES.isOver(attempt)) {
                    log.warn("a mail was given up after days: {}", mail.id());
                    mails.failed(mail.id(), why);
                } else {
                    mails.postponed(mail.id(), why);
                    throw new TryAgainException(why);
                }
            }
        }
    }
}
