package plenum.push;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Notices on their way to push services. Blocks on the database. */
public interface PushOutbox {
    /**
     * For each device of an account, in the caller's transaction; one of the same topic that waits is replaced.
     *
     * @param topic at most 32 characters
     * @param payload at most 2048 bytes of UTF-8
     * @param until when nobody wants to be told any more
     */
    void put(UUID account, String topic, String payload, Instant now, Instant until);

    /** Those whose time has come, of accounts that are active. */
    List<Waiting> due(Instant now, int most);

    /** A push service has it. */
    void taken(Waiting message, Instant now);

    void postpone(UUID message, Instant until);

    void drop(UUID message);

    /** The browser takes nothing any more: it goes, with what waits for it. */
    void endDevice(UUID device);

    /** Drops what nobody wants to be told any more. */
    void forget(Instant now);

    /**
     * One notice for one browser.
     *
     * @param failures so far
     */
    record Waiting(
            UUID id,
            UUID device,
            PushDevices.Subscription to,
            String topic,
            String payload,
            int failures,
            Instant until) {}
}
