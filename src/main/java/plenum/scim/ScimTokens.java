package plenum.scim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plenum.platform.SecretToken;

/** The programs that may provision, each with a token of its own. The database has hashes alone. Blocks on the database. */
public interface ScimTokens {
    int LONGEST_LABEL = 80;

    /** By label. */
    List<Token> all();

    /** Empty when there is one of that label. */
    Optional<SecretToken> create(String label);

    /** False when there is none of that label. */
    boolean revoke(String label);

    /** The label of a token that goes on; notes that it was used. */
    Optional<String> find(String token);

    /** @param usedAt last time; empty: never */
    record Token(String label, Instant createdAt, Optional<Instant> usedAt) {}
}
