package plenum.imip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.calendar.Replies;
import plenum.job.JobRun;
import plenum.job.RecurringJob;
import plenum.job.TryAgainException;
import plenum.platform.Settings;
import plenum.platform.Settings.Mailbox;
import plenum.platform.Settings.Smtp.Security;

/**
 * Reads the mails in the mailbox that nobody has read (IMAP, RFC 9051) and marks each as read when it was taken. A mail that is read twice,
 * because the process died in between, says the same again.
 */
@ApplicationScoped
public class ReadReplies implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(ReadReplies.class);
    private static final int MOST = 200;

    @Inject
    Settings settings;

    @Inject
    Replies replies;

    @Override
    public String name() {
        return "imip-read";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(JobRun run) {
        read(settings.services().replies(), run);
    }

    void read(Optional<Mailbox> mailbox, JobRun run) {
        if (mailbox.isPresent()) {
            try {
                read(mailbox.get(), run);
            } catch (MessagingException e) {
                throw new TryAgainException(
                        "the mailbox of answers cannot be read: " + e.getClass().getSimpleName());
            }
        }
    }

    private void read(Mailbox mailbox, JobRun run) throws MessagingException {
        Session session = Session.getInstance(properties(mailbox));
        try (Store store = session.getStore(mailbox.security() == Security.TLS ? "imaps" : "imap")) {
            store.connect(
                    mailbox.host(),
                    mailbox.port(),
                    mailbox.login().user(),
                    mailbox.login().password());
            try (Folder folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                Message[] unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int i = 0; i < Math.min(unread.length, MOST) && !run.isStopping(); i++) {
                    take(unread[i]);
                    unread[i].setFlag(Flags.Flag.SEEN, true);
                }
            }
        }
    }

    /** A mail that cannot be read is no reason not to read the next. */
    private void take(Message message) {
        try {
            Optional<ReplyMail> mail = ReplyMail.of(message);
            String outcome = mail.map(known ->
                            replies.take(known.sender(), known.calendar()).name())
                    .orElse("NO_ANSWER");
            log.info("a mail in the mailbox of answers: {}", outcome);
        } catch (MessagingException | IOException e) {
            log.warn(
                    "a mail in the mailbox of answers cannot be read: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static Properties properties(Mailbox mailbox) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"mail.imap.", "mail.imaps."}) {
            properties.put(protocol + "connectiontimeout", "10000");
            properties.put(protocol + "timeout", "60000");
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "ssl.protocols", "TLSv1.3 TLSv1.2");
            properties.put(protocol + "peek", "true");
        }
        boolean starttls = mailbox.security() == Security.STARTTLS;
        properties.put("mail.imap.starttls.enable", Boolean.toString(starttls));
        properties.put("mail.imap.starttls.required", Boolean.toString(starttls));
        return properties;
    }
}
