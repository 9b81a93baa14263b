package plenum.bench.signaling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Messages at a steady rate, by one after the other. */
final class Talk {
    private final List<Client> speakers;
    private final int rate;
    private final String filling;
    private int said;

    /** @param filling what each message says besides the time */
    Talk(List<Client> speakers, int rate, String filling) {
        this.speakers = speakers;
        this.rate = rate;
        this.filling = filling;
    }

    /** How many messages it has been so far. */
    int said() {
        return said;
    }

    /** Talks for a time, or until something is over. */
    void run(Duration time, BooleanSupplier over) {
        long began = System.nanoTime();
        long interval = 1_000_000_000L / rate;
        for (long next = began; next - began < time.toNanos() && !over.getAsBoolean(); next += interval) {
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
            Client speaker = speakers.get(said % speakers.size());
            String key = Long.toString(next, 36) + "-" + said;
            String text = Crowd.STAMP + System.nanoTime() + " " + filling;
            speaker.say("{\"type\":\"chat-send\",\"key\":\"" + key + "\",\"text\":\"" + text + "\"}");
            said++;
        }
    }
}
