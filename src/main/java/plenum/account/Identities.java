package plenum.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Tells who a request comes from, by its session cookie. Asks the database once for a request that has one, and never for one that has none. */
@ApplicationScoped
public class Identities {
    private static final String FOUND = "plenum.identity";

    @Inject
    Sessions sessions;

    public Identity of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Identity known) {
            return known;
        }
        Identity found = SessionCookie.SESSION
                .read(request)
                .flatMap(sessions::find)
                .map(Identity.class::cast)
                .orElseGet(Identity.Guest::new);
        request.setAttribute(FOUND, found);
        return found;
    }

    /** What is known of a request's sender is no longer true: they signed in, or out, or changed who they are. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(FOUND);
    }
}
