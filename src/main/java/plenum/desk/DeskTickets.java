package plenum.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import plenum.conference.Conference;

/**
 * One-use tickets with which a moderator's tab takes a seat at a desk. A ticket is told on the tab's socket and shown in the body of a request, never in
 * an address. Thread-safe.
 */
public final class DeskTickets {
    static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final int MOST = 10_000;
    private static final int BYTES = 32;

    private final RandomGenerator random;
    private final InstantSource clock;
    private final Map<String, Ticket> open = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ticket> eldest) {
            return size() > MOST;
        }
    };

    /** @param random cryptographically strong */
    public DeskTickets(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** A new ticket for a moderator. */
    synchronized String issue(Conference conference, String moderator) {
        String text = secret(random);
        open.put(text, new Ticket(conference, moderator, clock.instant().plus(GOOD_FOR)));
        return text;
    }

    /** A text that nobody guesses: 256 random bits. */
    static String secret(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Takes a ticket in, once; empty when it is none or too old. */
    synchronized Optional<Ticket> redeem(String text) {
        return Optional.ofNullable(open.remove(text))
                .filter(ticket -> clock.instant().isBefore(ticket.until()));
    }

    /** For whom. */
    record Ticket(Conference conference, String moderator, Instant until) {}
}
