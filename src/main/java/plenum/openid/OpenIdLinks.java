package plenum.openid;

import java.util.Optional;
import java.util.UUID;

/** What is stored of signing in by providers. Blocks on the database. */
public interface OpenIdLinks {
    Optional<UUID> account(String provider, String subject);

    void link(String provider, String subject, UUID account);

    /**
     * A sign-in that has begun.
     *
     * @param verifier of the code (RFC 7636)
     * @param to where the person goes on to
     */
    record Begun(String provider, String nonce, String verifier, String to) {
        @Override
        public String toString() {
            return "sign-in at " + provider;
        }
    }

    /** Keeps it for ten minutes under the state that the provider gives back. */
    void begin(String state, Begun begun);

    /** Once. */
    Optional<Begun> take(String state);

    /** The provider's side of a session of ours. */
    record ThereToo(String provider, String subject, Optional<String> session, String token) {
        @Override
        public String toString() {
            return "session at " + provider;
        }
    }

    void remember(UUID session, ThereToo there);

    Optional<ThereToo> of(UUID session);

    /**
     * Ends our sessions that the provider ended.
     *
     * @param session empty: all of the subject's
     * @return how many
     */
    int end(String provider, Optional<String> subject, Optional<String> session);

    /**
     * Ends all sessions that it proved.
     *
     * @return how many
     */
    int endAll(String provider);

    /** Forgets which of its subjects are which accounts, so that another server under its name proves nobody's. */
    void forget(String provider);

    int forgetOld();
}
