package plenum.account;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Ends the session of its caller; by POST alone, so that an image on a foreign page cannot do it. */
@WebServlet(name = "sign-out", urlPatterns = "/sign-out")
public class SignOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Identities identities;

    @Inject
    transient MyAccount mine;

    @Inject
    @Any
    transient Instance<AfterSignOut> others;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<URI> there = Optional.empty();
        if (identities.of(request) instanceof Identity.Person person) {
            there = others.stream()
                    .flatMap(other -> other.goOn(person.session()).stream())
                    .findFirst();
            mine.signOut(person);
        }
        SessionCookie.SESSION.clear(request, response);
        identities.forget(request);
        // what Faces keeps for the pages of whoever is gone
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        response.setHeader("Cache-Control", "no-store");
        if (there.isPresent()) {
            // no redirect: our policy lets forms lead to our own pages only
            response.setHeader("Refresh", "0;url=" + there.get());
        } else {
            response.sendRedirect(request.getContextPath() + "/");
        }
    }
}
