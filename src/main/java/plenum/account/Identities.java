package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Finds the account of a request by its session cookie. Queries the database once for a request that has the cookie, and never for one that
 * has none.
 */
@ApplicationScoped
public class Identities {
    /** The cookie that is asked for. */
    public static final String COOKIE = SessionCookie.SESSION.cookieName();

    private static final String FOUND = "plenum.identity";

    @Inject
    Sessions sessions;

    public Identity of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Identity known) {
            return known;
        }
        Identity found = ofToken(SessionCookie.SESSION.read(request));
        request.setAttribute(FOUND, found);
        return found;
    }

    /**
     * Whose session it is, for a socket, which has no request any more.
     *
     * @param token value of the cookie; empty when there is none
     */
    public Identity ofToken(Optional<String> token) {
        return token.flatMap(sessions::find).map(Identity.class::cast).orElseGet(Identity.Guest::new);
    }

    /** Whether it was asked for this request already. */
    boolean isKnown(HttpServletRequest request) {
        return request.getAttribute(FOUND) != null;
    }

    /** Forgets the cached identity of a request, after signing in or out or a change of the account. */
    public void forget(HttpServletRequest request) {
        request.removeAttribute(FOUND);
    }
}
