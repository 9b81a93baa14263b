package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;
import plenum.mail.MailBoard;
import plenum.media.MediaFleet;
import plenum.platform.SchemaReady;
import plenum.platform.Timers;

/** How this process has been during the last day: one sample every five minutes, in memory alone. Thread-safe. */
@ApplicationScoped
public class Pulse {
    static final Duration APART = Duration.ofMinutes(5);
    private static final int DAY = 288;

    @Inject
    Conferences conferences;

    @Inject
    MediaFleet fleet;

    @Inject
    MailBoard mail;

    @Inject
    Figures figures;

    @Inject
    InstantSource clock;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final AtomicLong errors = new AtomicLong();

    /**
     * One look.
     *
     * @param load percent of the processors of the busiest media server
     * @param loads percent of the processors of each media server
     * @param errors answers that were our fault, since the sample before
     * @param mails that wait
     * @param bytes of the database and of people's files
     */
    public record Sample(
            Instant at, int people, int meetings, Map<String, Double> loads, long errors, long mails, long bytes) {
        /** Of the busiest media server. */
        public double load() {
            return loads.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }
    }

    void start(@Observes SchemaReady ready, Timers timers) {
        take();
        timers.every(APART, () -> Thread.ofVirtual().name("plenum-pulse").start(this::take));
    }

    void take() {
        Sample sample = now(errors.getAndSet(0));
        synchronized (samples) {
            samples.addLast(sample);
            if (samples.size() > DAY) {
                samples.removeFirst();
            }
        }
    }

    /** An answer was our fault. */
    void failed() {
        errors.incrementAndGet();
    }

    /** As it is at this moment. */
    public Sample now() {
        return now(errors.get());
    }

    private Sample now(long failed) {
        List<Glimpse> live = conferences.glimpses();
        return new Sample(
                clock.instant(),
                live.stream().mapToInt(Glimpse::people).sum(),
                live.size(),
                fleet.servers().stream()
                        .collect(Collectors.toMap(
                                server -> server.url().getAuthority(), MediaFleet.Server::load, Math::max)),
                failed,
                mail.count(MailBoard.State.WAITING),
                figures.databaseBytes() + figures.fileBytes());
    }

    /** The oldest first. */
    public List<Sample> day() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }
}
