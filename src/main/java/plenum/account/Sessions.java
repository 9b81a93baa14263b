package plenum.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import plenum.platform.SecretToken;

/**
 * Stores and reads the sessions of accounts. The database has hashes of the tokens; the tokens are in the browsers. Its methods block on
 * the database.
 */
public interface Sessions {
    /** @param device the browser, in words */
    SecretToken open(UUID account, String device);

    /** The person of a token whose session goes on and whose account is active; notes that they were here. */
    Optional<Identity.Person> find(String token);

    /** The sessions that have not ended, the latest first. */
    List<Session> of(UUID account);

    /** Which of these go on, of accounts that are active. */
    Set<UUID> running(Set<UUID> sessions);

    /** Ends one of an account's sessions; those of others are not found. */
    void end(UUID account, UUID session);

    /** @param but empty: all of them */
    void endAll(UUID account, Optional<UUID> but);

    /** The password, or another proof, was given again in this session. */
    void confirm(UUID session);

    /** When a proof was given last in this session: at first by signing in. */
    Optional<Instant> confirmedAt(UUID session);

    /** Keeps what an authenticator has to sign, for some minutes. */
    void setChallenge(UUID session, byte[] challenge);

    /** Takes it out, so that it is used once. */
    Optional<byte[]> takeChallenge(UUID session);

    /** @return how many had ended */
    int forgetEnded();

    /** One browser that is signed in. */
    record Session(UUID id, String device, Instant since, Instant seen) {}
}
