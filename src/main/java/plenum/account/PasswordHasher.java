package plenum.account;

import java.util.Optional;
import java.util.random.RandomGenerator;
import plenum.platform.HashingSlots;

/**
 * Computes and compares the slow hashes of accounts' passwords, a few at a time. An account that does not exist takes as long as one that
 * does. Blocks.
 */
public final class PasswordHasher {
    private final HashingSlots slots;
    private final RandomGenerator random;
    private final Argon2Hash nobodys;

    public PasswordHasher(HashingSlots slots, RandomGenerator random) {
        this.slots = slots;
        this.random = random;
        this.nobodys = Argon2Hash.of("nobody has this password " + random.nextLong(), random);
    }

    /** Empty when the server is too busy. */
    public Optional<Argon2Hash> hash(NewPassword password) {
        return slots.compute(() -> Argon2Hash.of(password.text(), random));
    }

    /**
     * Whether it is the password; empty when the server is too busy.
     *
     * @param hash empty when there is no such account, or it has no password: takes as long, and is false
     */
    public Optional<Boolean> matches(Optional<Argon2Hash> hash, String typed) {
        String password = NewPassword.normal(typed);
        if (password.length() > NewPassword.LONGEST * 2) {
            return Optional.of(false);
        }
        return slots.compute(() -> hash.orElse(nobodys).matches(password) && hash.isPresent());
    }
}
