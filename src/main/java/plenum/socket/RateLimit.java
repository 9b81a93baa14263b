package plenum.socket;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import plenum.platform.TokenBucket;

/**
 * Limits the messages of one socket: all kinds together, their bytes, and each kind by itself; lower limits before the person is admitted.
 * Belongs to the thread that serves the socket.
 *
 * @param <M> the messages
 */
public final class RateLimit<M> {
    /** Before one is let in: a join and the pings of somebody who waits. */
    static final Rate MESSAGES_OF_STRANGERS = new Rate(20, Duration.ofSeconds(1));
    /** After it: all slots opened at once, with their candidates. */
    static final Rate MESSAGES = new Rate(800, Duration.ofNanos(12_500_000));
    /** Bytes: as many offers. */
    static final Rate BYTES = new Rate(1 << 20, Duration.ofNanos(15_000));
    /** Answers that say that something was too much; whoever goes on is not worth more. */
    static final Rate COMPLAINTS = new Rate(500, Duration.ofMillis(500));

    private final Function<Class<?>, Rate> rates;
    private final InstantSource clock;
    private final TokenBucket asStranger;
    private final TokenBucket messages;
    private final TokenBucket bytes;
    private final TokenBucket complaints;
    private final Map<Class<?>, TokenBucket> kinds = new HashMap<>();

    /** So many at once, then one every {@code refill}. */
    public record Rate(int burst, Duration refill) {
        public static Rate perMinute(int burst, int more) {
            return new Rate(burst, Duration.ofMinutes(1).dividedBy(more));
        }

        TokenBucket bucket(InstantSource clock) {
            return new TokenBucket(burst, refill, clock);
        }
    }

    /** @param rates that of each kind of message */
    RateLimit(Function<Class<?>, Rate> rates, InstantSource clock) {
        this.rates = rates;
        this.clock = clock;
        this.asStranger = MESSAGES_OF_STRANGERS.bucket(clock);
        this.messages = MESSAGES.bucket(clock);
        this.bytes = BYTES.bucket(clock);
        this.complaints = COMPLAINTS.bucket(clock);
    }

    /** Whether a message of this length may be looked at. */
    boolean admits(String frame, boolean stranger) {
        return stranger ? asStranger.tryTake(1) : messages.tryTake(1) && bytes.tryTake(frame.length());
    }

    /** Whether this kind of message may be acted on once more. */
    boolean admits(M message) {
        Class<?> kind = message.getClass();
        return kinds.computeIfAbsent(kind, k -> rates.apply(k).bucket(clock)).tryTake(1);
    }

    /** Whether it is still worth an answer that something was too much. */
    boolean mayComplain() {
        return complaints.tryTake(1);
    }
}
