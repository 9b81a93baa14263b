package plenum.push;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import plenum.job.JobRun;
import plenum.job.RecurringJob;

/**
 * Sends what waits, every five seconds, on one node at a time. It is one job and not one for each notice, so that services that do not answer hold up
 * notices alone, and no mail. If the process dies in between, a notice may be sent twice; the second one takes the place of the first.
 */
@ApplicationScoped
public class PushAll implements RecurringJob {
    /** On their way at the same time. */
    private static final int AT_ONCE = 32;

    @Inject
    PushOutbox outbox;

    @Inject
    PushSender sender;

    @Inject
    PushKeys keys;

    @Inject
    InstantSource clock;

    @Override
    public String name() {
        return "push-send";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(JobRun run) {
        outbox.forget(clock.instant());
        List<PushOutbox.Waiting> due = keys.isOn() ? outbox.due(clock.instant(), AT_ONCE) : List.of();
        while (!due.isEmpty() && !run.isStopping()) {
            List<CompletableFuture<Verdict>> sent =
                    due.stream().map(sender::send).toList();
            for (int i = 0; i < sent.size(); i++) {
                note(due.get(i), sent.get(i).join());
            }
            due = due.size() < AT_ONCE ? List.of() : outbox.due(clock.instant(), AT_ONCE);
        }
    }

    private void note(PushOutbox.Waiting message, Verdict verdict) {
        switch (verdict) {
            case Verdict.Taken() -> outbox.taken(message, clock.instant());
            case Verdict.Gone() -> outbox.endDevice(message.device());
            case Verdict.Refused(), Verdict.TooLate() -> outbox.drop(message.id());
            case Verdict.Later(Instant at) -> outbox.postpone(message.id(), at);
        }
    }
}
