package plenum.openid;

import java.util.List;
import java.util.Optional;

/**
 * What a provider has proven of somebody.
 *
 * @param subject the provider's own identifier of them, the same for ever
 * @param email verified by the provider
 * @param session the provider's identifier of their session there
 * @param token that proved it, as the provider wants it back at signing out
 */
record Proven(
        String subject,
        Optional<String> email,
        Optional<String> name,
        List<String> groups,
        Optional<String> session,
        String token) {
    /** None of it belongs in a log. */
    @Override
    public String toString() {
        return "proof";
    }
}
