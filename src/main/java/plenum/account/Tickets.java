package plenum.account;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import plenum.mail.MailAddress;
import plenum.platform.SecretToken;

/** Stores links that work once, as hashes of their tokens. Its methods block on the database. */
public interface Tickets {
    /** The purpose of a link. */
    enum Purpose {
        /** Makes an account of its address. */
        REGISTER(Duration.ofHours(24)),
        /** Likewise, as an admin wished. */
        INVITE(Duration.ofDays(7)),
        /** Makes the first admin, of whatever address they say. */
        FIRST_ADMIN(Duration.ofHours(24)),
        RESET(Duration.ofHours(1)),
        /** Proves the new address of an account. */
        CHANGE_EMAIL(Duration.ofHours(24));

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }

        public Duration lasts() {
            return lasts;
        }
    }

    /**
     * @param email the address that is proven by the link; empty for the first admin
     * @param account whose it is, where there is one already
     * @param role what the account is going to be
     */
    record Ticket(Purpose purpose, Optional<MailAddress> email, Optional<UUID> account, AccountRole role) {}

    /** Earlier links for the same end stop working. */
    SecretToken issue(Ticket ticket);

    /** Leaves it as it is. */
    Optional<Ticket> look(String token);

    /** Of two at once, one alone gets it. */
    Optional<Ticket> take(String token);

    /** All for an account, such as links to a password that was changed meanwhile. */
    void revoke(UUID account);

    /** @return how many were too old */
    int forgetOld();
}
