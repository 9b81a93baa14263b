package plenum.account;

import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/** The identity of a request's sender: a guest or an account. Pages, sockets and REST use the same. */
public sealed interface Identity extends Principal {
    /** A person without an account, or not signed in. */
    record Guest() implements Identity {
        @Override
        public String getName() {
            return "guest";
        }
    }

    /**
     * Somebody who signed in and whose account is active.
     *
     * @param session which of their sessions
     */
    record Person(Account account, UUID session) implements Identity {
        @Override
        public String getName() {
            return account.id().toString();
        }
    }

    /** Empty for a guest. */
    default Optional<Account> known() {
        return this instanceof Person(Account account, UUID session) ? Optional.of(account) : Optional.empty();
    }
}
