package plenum.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import plenum.platform.SecretToken;

/**
 * One-use tickets that say on a meeting's socket whose account somebody is signed in with: given to those who show their session's cookie and may record.
 * Thread-safe.
 */
public final class RecordingTickets {
    static final Duration GOOD_FOR = Duration.ofMinutes(2);
    private static final int MOST = 10_000;

    private final RandomGenerator random;
    private final InstantSource clock;
    private final Map<String, Ticket> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ticket> eldest) {
            return size() > MOST;
        }
    };

    private record Ticket(Leave leave, Instant until) {}

    /**
     * What a ticket is good for.
     *
     * @param account whose the recording will be
     * @param place where the film is to go
     */
    record Leave(UUID account, Optional<RecordingDelivery.Place> place) {}

    /** @param random cryptographically strong */
    public RecordingTickets(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    synchronized String issue(UUID account, Optional<RecordingDelivery.Place> place) {
        String text = SecretToken.draw(random).text();
        open.put(text, new Ticket(new Leave(account, place), clock.instant().plus(GOOD_FOR)));
        return text;
    }

    /** Another secret, for whoever consents: the right to take that back later. */
    synchronized SecretToken newRight() {
        return SecretToken.draw(random);
    }

    /** What it is good for, once; empty when it is none or too old. */
    synchronized Optional<Leave> redeem(String text) {
        return Optional.ofNullable(open.remove(text))
                .filter(ticket -> clock.instant().isBefore(ticket.until))
                .map(Ticket::leave);
    }
}
