package plenum.meeting;

import java.util.Optional;
import java.util.random.RandomGenerator;
import plenum.platform.HashingSlots;
import plenum.platform.HashingSlots.Queue;

/** Hashes and compares the passwords of meetings, in the slots that all slow hashes of the process share. Thread-safe. */
public final class PasswordHashing {
    private final RandomGenerator random;
    private final int rounds;
    private final HashingSlots slots;
    private final KnownPasswords known = new KnownPasswords();

    /** @param random cryptographically strong */
    public PasswordHashing(RandomGenerator random, HashingSlots slots) {
        this(random, PasswordHash.ROUNDS, slots);
    }

    /** @param rounds of the hash, see {@link PasswordHash} */
    public PasswordHashing(RandomGenerator random, int rounds, HashingSlots slots) {
        this.random = random;
        this.rounds = rounds;
        this.slots = slots;
    }

    /** Blocks for as long as hashing takes, and for the queue's patience before. Empty: too many others do the same just now. */
    public Optional<PasswordHash> hash(MeetingPassword password, Queue queue) {
        return slots.compute(queue, () -> PasswordHash.of(password, random, rounds));
    }

    /** Whether it is the right one; blocks and may be empty as above. What was right a while ago is known without hashing. */
    public Optional<Boolean> matches(PasswordHash hash, MeetingPassword password, Queue queue) {
        if (known.isRight(hash, password)) {
            return Optional.of(true);
        }
        return slots.compute(queue, () -> {
            // those who waited together with the first one who was right
            if (known.isRight(hash, password)) {
                return true;
            }
            boolean right = hash.matches(password);
            if (right) {
                known.remember(hash, password);
            }
            return right;
        });
    }
}
