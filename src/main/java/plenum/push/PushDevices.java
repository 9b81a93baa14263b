package plenum.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Browsers that their owners want to be told on. Blocks on the database. */
public interface PushDevices {
    /** At most so many of one account; the oldest goes for a new one. */
    int MOST = 10;

    int LONGEST_NAME = 80;

    /**
     * Its place is taken over when the browser is known: by the same account, which keeps its row, or by whoever is signed in there now.
     *
     * @return its id
     */
    UUID add(UUID account, UUID session, Subscription subscription, String name, Instant now);

    /** The oldest first. */
    List<Device> of(UUID account);

    /** False when there is none, or it is somebody else's. */
    boolean remove(UUID account, UUID id);

    /** As above, by the hash of its address. */
    boolean remove(UUID account, byte[] endpointHash);

    void removeAll(UUID account);

    /**
     * What a browser gives to whoever may send to it.
     *
     * @param endpoint address at its push service
     * @param p256dh its public key, 65 bytes
     * @param auth 16 bytes
     */
    record Subscription(String endpoint, byte[] p256dh, byte[] auth) {
        /** SHA-256 of the address. */
        public byte[] hash() {
            return PushKeys.hash(endpoint);
        }

        @Override
        public String toString() {
            return "Subscription"; // addresses and keys stay out of logs
        }
    }

    /**
     * One of somebody's browsers.
     *
     * @param endpointHash what its own page knows it by
     * @param used when the push service last took something for it; empty: never
     */
    record Device(UUID id, byte[] endpointHash, String name, Instant created, Optional<Instant> used) {}
}
