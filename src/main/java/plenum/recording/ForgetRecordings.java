package plenum.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.account.Accounts;
import plenum.job.JobRun;
import plenum.job.RecurringJob;
import plenum.mail.MailOutbox;
import plenum.policy.KeptKind;
import plenum.policy.Policy;

/** Deletes films that are as old as the rules of this server allow. Their owners are told before; who was told late has the same time from then on. */
@ApplicationScoped
public class ForgetRecordings implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(ForgetRecordings.class);
    /** In one run; the next one goes on. */
    private static final int MOST = 500;

    @Inject
    Policy policy;

    @Inject
    Recordings recordings;

    @Inject
    RecordingCare care;

    @Inject
    Accounts accounts;

    @Inject
    MailOutbox mails;

    @Inject
    Receipts receipts;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "recording-forget";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run(JobRun run) {
        FilmAge age = new FilmAge(policy.kept(KeptKind.RECORDINGS));
        if (!age.isEndless()) {
            Instant now = clock.instant();
            recordings
                    .unnoticed(now.minus(age.kept()).plus(age.notice()), MOST)
                    .forEach(recording -> tell(recording, age, now));
            List<Recording> old = recordings.noticed(now.minus(age.kept()), now.minus(age.notice()), MOST);
            old.forEach(care::delete);
            if (!old.isEmpty()) {
                log.info("{} recordings were deleted because of their age", old.size());
            }
        }
    }

    private void tell(Recording recording, FilmAge age, Instant now) {
        accounts.byId(recording.owner())
                .filter(owner -> recording.film().isPresent())
                .ifPresent(owner -> mails.put(receipts.ageLetter(
                        owner, recording, age.endOf(recording, now).orElseThrow())));
        recordings.notice(recording.id(), now);
    }
}
