package plenum.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The sender of the current request, for pages, servlets and resources. Sockets ask {@link Identities} when they are opened. */
@Named("currentUser")
@RequestScoped
public class CurrentUser {
    @Inject
    Identities identities;

    @Inject
    HttpServletRequest request;

    public Identity identity() {
        return identities.of(request);
    }

    /** Empty for a guest. */
    public Optional<Account> account() {
        return identity().known();
    }

    public boolean isSignedIn() {
        return account().isPresent();
    }

    public boolean isAdmin() {
        return account().filter(Account::isAdmin).isPresent();
    }

    /**
     * Whoever is signed in, on a page that {@link PageGuard} shows to nobody else.
     *
     * @throws IllegalStateException for a guest
     */
    public Identity.Person person() {
        if (identity() instanceof Identity.Person person) {
            return person;
        }
        throw new IllegalStateException("nobody is signed in");
    }
}
