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
import java.util.concurrent.atomic.AtomicLong;
import plenum.conference.Conferences;
import plenum.conference.Glimpse;
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
    InstantSource clock;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final AtomicLong errors = new AtomicLong();

    /**
     * One look.
     *
     * @param load percent of the processors of the busiest media server
     * @param errors answers that were our fault, since the sample before
     */
    public record Sample(Instant at, int people, int meetings, double load, long errors) {}

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
                        .mapToDouble(MediaFleet.Server::load)
                        .max()
                        .orElse(0),
                failed);
    }

    /** The oldest first. */
    public List<Sample> day() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }
}
